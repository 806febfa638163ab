package amends.contact;

/** How a contact ended, as the agent puts it in the wrap-up. */
public enum Disposition {
    SOLVED,
    FOLLOW_UP,
    COMPLAINT,
    WRONG_NUMBER,
    NO_CUSTOMER
}
