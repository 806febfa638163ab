package amends.acd.manager;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling from one second to thirty, less up to half by chance, so that
 * a hundred desks do not return in the same moment after the PBX restarts.
 */
final class RetryDelay {
    private static final long FIRST_MS = 1_000;
    private static final long LONGEST_MS = 30_000;
    /** A wrong secret does not mend itself, and many attempts lock users out. */
    private static final long REFUSED_MS = 60_000;

    private final RandomGenerator random;
    private long step = FIRST_MS;

    RetryDelay(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long now = step;
        step = Math.min(LONGEST_MS, step * 2);
        return shortened(now);
    }

    Duration afterRefusal() {
        return shortened(REFUSED_MS);
    }

    void reset() {
        step = FIRST_MS;
    }

    private Duration shortened(long ms) {
        return Duration.ofMillis(ms - random.nextLong(ms / 2));
    }
}
