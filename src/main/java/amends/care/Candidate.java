package amends.care;

import java.util.UUID;

/**
 * Somebody who might be called. There is nothing in it of standing, place or whose customer they are: by these nobody
 * can be favoured.
 *
 * @param weight what we owe, above 0
 */
public record Candidate(UUID customer, double weight, Pool pool) {
    public Candidate {
        if (!(weight > 0) || Double.isInfinite(weight))
            throw new IllegalArgumentException("a candidate to whom we owe " + weight);
    }

    /** From which the places of a draw are filled. */
    public enum Pool {
        /** Those who would say nothing. */
        QUIET,
        /** All others, known or not. */
        OTHERS
    }
}
