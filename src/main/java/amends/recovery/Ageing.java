package amends.recovery;

import java.time.Duration;
import java.time.Instant;

/**
 * How a failure loses weight.
 *
 * @param halfLife after which it weighs half @param expires after which it is owed no more
 */
public record Ageing(Duration halfLife, Duration expires) {
    public Ageing {
        if (!halfLife.isPositive() || !expires.isPositive())
            throw new IllegalArgumentException("ageing of %s and %s".formatted(halfLife, expires));
    }

    /** What is left of its weight, 0 to 1. A failure of the future, by a clock that was wrong, weighs all. */
    public double left(Instant at, Instant now) {
        double age = Math.max(0, Duration.between(at, now).toSeconds());
        return hasExpired(at, now) ? 0 : Math.pow(0.5, age / halfLife.toSeconds());
    }

    public boolean hasExpired(Instant at, Instant now) {
        return Duration.between(at, now).compareTo(expires) > 0;
    }
}
