package amends.recovery;

import java.time.Duration;

/**
 * From where on something counts as a failure.
 *
 * @param longestWait who is answered later has waited too long
 * @param giveUp who leaves the queue sooner has changed their mind, and nothing failed
 * @param lossPercent of the voice that was not heard, from which on a call was badly heard
 * @param again who calls a second time within it has called again
 */
public record FailureLimits(Duration longestWait, Duration giveUp, double lossPercent, Duration again) {
    public static final FailureLimits USUAL =
            new FailureLimits(Duration.ofSeconds(120), Duration.ofSeconds(10), 5, Duration.ofDays(3));

    public FailureLimits {
        if (longestWait.isNegative() || giveUp.isNegative() || !again.isPositive() || !(lossPercent > 0))
            throw new IllegalArgumentException(
                    "limits of failures: %s, %s, %s %%, %s".formatted(longestWait, giveUp, lossPercent, again));
    }
}
