package amends.recovery;

import java.time.Instant;

/** What happens to a dispatch. */
public sealed interface DispatchStep {
    /** It has left. @param due until when the unit answers */
    record Send(Instant due) implements DispatchStep {}

    /** The unit has answered. */
    record Answer(Instant at, String words) implements DispatchStep {}

    /** The answer does not do: it goes back. @param due until when there is another */
    record SendBack(Instant due) implements DispatchStep {}

    record Accept() implements DispatchStep {}

    record Withdraw() implements DispatchStep {}

    /** Its time has passed without an answer. */
    record FallDue() implements DispatchStep {}
}
