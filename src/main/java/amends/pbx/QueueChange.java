package amends.pbx;

/** What came of a wish to change who serves a queue. */
public enum QueueChange {
    DONE,
    NO_SUCH_QUEUE,
    ALREADY_THERE,
    NOT_THERE
}
