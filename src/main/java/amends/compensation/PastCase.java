package amends.compensation;

import amends.recovery.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an option did in one case. Whose case it was is not kept here: not who, not which type, not what they were seen
 * to do.
 *
 * @param lift by how much satisfaction rose, −4 to 4
 * @param before how satisfied the customer was before, 1 to 5; empty where nobody had asked
 * @param at when it was given; empty where nobody knows
 */
public record PastCase(
        FailureKind kind, Severity severity, String option, double lift, OptionalDouble before, Optional<Instant> at) {
    public static final double MOST_LIFT = 4;

    public PastCase {
        if (!(Math.abs(lift) <= MOST_LIFT)) throw new IllegalArgumentException("a lift beyond the scale");
    }
}
