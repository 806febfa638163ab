package amends.personality;

/** What lies open between a customer and us; of several the gravest. */
public enum Matter {
    NOTHING,
    OWED,
    COMPLAINT
}
