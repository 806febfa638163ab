package amends.recovery;

import java.time.Duration;

/**
 * From where on something counts as a failure.
 *
 * @param longestWait who is answered later has waited too long
 * @param giveUp who leaves the queue sooner has changed their mind, and nothing failed
 * @param lossPercent of the voice that was not heard, from which on a call was badly heard
 * @param again who calls a second time within it has called again
 * @param transfers who is passed on so often was passed on too often
 * @param corrected how long ago an answer may have been given for its correction to count as a failure
 */
public record FailureLimits(
        Duration longestWait, Duration giveUp, double lossPercent, Duration again, int transfers, Duration corrected) {
    public static final FailureLimits USUAL = new FailureLimits(
            Duration.ofSeconds(120), Duration.ofSeconds(10), 5, Duration.ofDays(3), 3, Duration.ofDays(30));

    public FailureLimits {
        if (longestWait.isNegative()
                || giveUp.isNegative()
                || !again.isPositive()
                || !(lossPercent > 0)
                || transfers < 1
                || !corrected.isPositive())
            throw new IllegalArgumentException("limits of failures: %s, %s, %s %%, %s, %s, %s"
                    .formatted(longestWait, giveUp, lossPercent, again, transfers, corrected));
    }
}
