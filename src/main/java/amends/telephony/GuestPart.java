package amends.telephony;

/** What a guest in a call of this desk hears and who hears them. */
public enum GuestPart {
    /** Hears nothing and is heard by nobody. */
    OUTSIDE,
    /** Hears both sides, is heard by nobody. */
    LISTENS,
    /** Hears both sides, is heard in the agent's ear only. */
    WHISPERS,
    /** Hears and is heard by both. */
    JOINS
}
