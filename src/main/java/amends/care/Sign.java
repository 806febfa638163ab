package amends.care;

/** What points to somebody leaving or complaining next, and how far it moves the odds before the house knows better. */
public enum Sign {
    /** What we owe, in weights of a severe failure; 3 at most. */
    OWED(.55),
    /** Failures of the last 90 days, three at a time; 2 at most. */
    FAILED_OFTEN(.50),
    /** Something is open and they have not been heard of for 14 days. */
    SILENT(.70),
    /** By how much the last scores are below those before, two points at a time. */
    SCORE_FELL(.60),
    /** The last score was 1 or 2. */
    SCORE_LOW(.80),
    /** Complained in the last 180 days. */
    COMPLAINED(.70),
    /** Our word was not kept in the last 90 days. */
    WORD_BROKEN(.50);

    /** The logarithm of the odds where there is no sign at all: about one in thirty. */
    static final double NONE = -3.4;

    private final double usual;

    Sign(double usual) {
        this.usual = usual;
    }

    /** By how much one of it moves the logarithm of the odds, as long as the house has no past of its own. */
    double usual() {
        return usual;
    }
}
