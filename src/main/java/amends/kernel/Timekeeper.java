package amends.kernel;

import java.time.Instant;

/**
 * The only source of time. Wall time names a moment (stored as UTC); the monotonic clock measures durations and is
 * not moved by clock corrections. Safe for use by any thread.
 */
public interface Timekeeper {
    /** The present moment in UTC, to the microsecond (the finest that both databases keep). */
    Instant now();

    /** Nanoseconds of the monotonic clock; only differences mean something. */
    long nanos();

    static Timekeeper system() {
        return SystemTime.INSTANCE;
    }
}
