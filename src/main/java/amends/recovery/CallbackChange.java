package amends.recovery;

/** What came of changing a callback that nobody is making. */
public enum CallbackChange {
    DONE,
    NO_SUCH,
    /** It is another's. */
    NOT_ALLOWED,
    /** It is being made, or ended. */
    NOT_NOW,
    /** It needs at least a word. */
    NO_WORDS,
    /** Whoever is to have it makes no callbacks. */
    NOT_FOR_THEM
}
