package amends.staff;

import java.time.Duration;
import java.time.Instant;

/** How long a login that failed again and again must wait: from the sixth time on twice as long each, up to a minute. */
public final class SignInPatience {
    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private SignInPatience() {}

    /** Zero or less when the password may be looked at. */
    public static Duration left(SignInAttempts.Tally tally, Instant now) {
        if (tally.failures() < FREE_FAILURES) return Duration.ZERO;
        Duration whole = Duration.ofSeconds(1L << Math.min(10, tally.failures() - FREE_FAILURES));
        if (whole.compareTo(LONGEST_WAIT) > 0) whole = LONGEST_WAIT;
        Duration left = Duration.between(now, tally.last().plus(whole));
        // A wall clock that was set back must not lock anybody out for longer than the wait itself.
        return left.compareTo(whole) > 0 ? whole : left;
    }
}
