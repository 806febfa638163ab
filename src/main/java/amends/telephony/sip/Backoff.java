package amends.telephony.sip;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before trying again: 1 s, doubling to 30 s, each a fifth more or less so that desks spread out. */
final class Backoff {
    private static final long FIRST_MS = 1_000;
    private static final long MOST_MS = 30_000;
    private final RandomGenerator random;
    private long next = FIRST_MS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        Duration wait = spread(next);
        next = Math.min(MOST_MS, next * 2);
        return wait;
    }

    /** For what only a person can mend, such as a wrong password. */
    Duration slow() {
        next = MOST_MS;
        return spread(MOST_MS);
    }

    void reset() {
        next = FIRST_MS;
    }

    private Duration spread(long ms) {
        return Duration.ofMillis((long) (ms * random.nextDouble(0.8, 1.2)));
    }
}
