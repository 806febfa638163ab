package amends.recovery;

/** What came of calling a customer back. */
public enum CallbackOutcome {
    /** Talked to, and content with how it was put right. */
    SETTLED,
    /** Talked to, but it is not put right yet. */
    NOT_SETTLED,
    NOT_REACHED
}
