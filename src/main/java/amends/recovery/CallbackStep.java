package amends.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What happens to a callback. */
sealed interface CallbackStep {
    /** Somebody begins to call the customer. */
    record Begin() implements CallbackStep {}

    /** The customer was talked to. */
    record Reach(boolean settled) implements CallbackStep {}

    /** Nobody was talked to. */
    record Miss() implements CallbackStep {}

    /** The desk that was calling is not there any more. */
    record DeskDied() implements CallbackStep {}

    /** Another time was set: for the next attempt, or as the customer wishes. */
    record Schedule(Instant due) implements CallbackStep {}

    /** Tried as often as is decent. */
    record Expire() implements CallbackStep {}

    /** The due time passed, and nobody had begun. */
    record FallDue() implements CallbackStep {}

    /** Another calls. @param words what they must know */
    record HandOver(UUID to, String words) implements CallbackStep {}

    /** How satisfied the customer is, 1 to 5. @param before when asked first @param after the call */
    record Score(Optional<Integer> before, Optional<Integer> after) implements CallbackStep {}
}
