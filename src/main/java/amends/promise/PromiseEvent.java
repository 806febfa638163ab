package amends.promise;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a promise, once.
 *
 * @param id the same however often it is tried
 * @param at when it happened
 * @param planned when it was to happen, of what happens by the clock
 * @param late whether it happened by the clock and well after its time: the house was off, or the database away
 * @param who did it; empty: the house by itself
 * @param words why, or how the customer agreed
 */
public record PromiseEvent(
        UUID id,
        UUID promise,
        Act act,
        Instant at,
        Optional<Instant> planned,
        boolean late,
        Optional<UUID> who,
        String words) {
    public static final int MOST_WORDS = 200;

    public enum Act {
        MADE,
        REMINDED,
        FELL_DUE,
        KEPT,
        BROKEN,
        WITHDRAWN,
        HANDED_OVER
    }
}
