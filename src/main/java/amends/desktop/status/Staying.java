package amends.desktop.status;

/** Why nobody signs out now. */
public enum Staying {
    /** A call is up, rings or is about to. */
    IN_CALL,
    /** A call is not written up yet. */
    WRITE_UP
}
