package amends.survey;

/** What became of a message that answers a question. */
public enum ReplyKind {
    /** Its score is the contact's. */
    COUNTED,
    /** Only refuses. */
    REFUSAL,
    /** No score can be read; another may follow. */
    UNREADABLE,
    /** The customer had answered already: the first answer stays. */
    AGAIN,
    /** After the question's time, or after it was withdrawn. */
    LATE
}
