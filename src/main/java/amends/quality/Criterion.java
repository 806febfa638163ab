package amends.quality;

/**
 * One line of the score sheet.
 *
 * @param key stable, for the evaluations that were made with it
 * @param weight its share of the whole, above 0
 * @param steps the best mark; 1 is a plain yes or no, at most {@value #MOST_STEPS}
 * @param failsAll whether a mark of 0 fails the whole call
 * @param name a few words
 * @param question what the inspector is to look for
 */
public record Criterion(
        String key, ErrorKind kind, int weight, int steps, boolean failsAll, Wording name, Wording question) {
    /** So that one digit gives a mark. */
    public static final int MOST_STEPS = 9;
}
