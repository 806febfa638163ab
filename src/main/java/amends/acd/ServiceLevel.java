package amends.acd;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How many were answered in time: {@code prompt / (answered + abandoned)}. Whoever gave up counts against it, however
 * soon that was.
 *
 * @param prompt answered within the threshold
 * @param calls answered and abandoned
 */
public record ServiceLevel(int prompt, int calls, Duration threshold) {
    public ServiceLevel {
        prompt = Math.clamp(prompt, 0, calls);
    }

    /** In whole per cent; empty while there were no calls. */
    public OptionalInt percent() {
        return calls == 0 ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * prompt / calls));
    }
}
