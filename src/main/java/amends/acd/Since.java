package amends.acd;

import java.time.Duration;

/**
 * From when on something is so.
 *
 * @param nanos a moment of the desk's monotonic clock, so that no clock correction makes a wait jump
 */
public record Since(long nanos, Precision precision) {
    /** How well the moment is known: what began before somebody looked is known by its traces only. */
    public enum Precision {
        EXACT,
        /** It began then or earlier. */
        AT_LEAST,
        /** It began then or later. */
        AT_MOST
    }

    public static Since exactly(long nanos) {
        return new Since(nanos, Precision.EXACT);
    }

    /** How long it lasts; never negative. */
    public Duration until(long now) {
        return Duration.ofNanos(Math.max(0, now - nanos));
    }
}
