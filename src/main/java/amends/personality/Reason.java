package amends.personality;

import java.time.Instant;

/**
 * What moved an estimate.
 *
 * @param seen whether the behaviour was seen, or was looked for and was not seen
 * @param at when the contact was
 * @param weight how far it moved the estimate, in logarithms of the odds: positive speaks for expressive
 */
public record Reason(Behaviour behaviour, boolean seen, Instant at, double weight) {
    public CustomerType speaksFor() {
        return weight >= 0 ? CustomerType.EXPRESSIVE : CustomerType.RESERVED;
    }
}
