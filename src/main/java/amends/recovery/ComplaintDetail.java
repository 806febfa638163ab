package amends.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that is known of one complaint.
 *
 * @param history oldest first
 * @param names of the members who appear in it
 * @param possible what may be done with it now, by whoever looks
 */
public record ComplaintDetail(
        Complaint complaint,
        List<ComplaintEvent> history,
        List<Dispatch> dispatches,
        List<Callback> callbacks,
        Map<UUID, String> names,
        Set<Possible> possible) {
    public ComplaintDetail {
        history = List.copyOf(history);
        dispatches = List.copyOf(dispatches);
        callbacks = List.copyOf(callbacks);
        names = Map.copyOf(names);
        possible = Set.copyOf(possible);
    }

    /** What its state allows. */
    public enum Possible {
        ACKNOWLEDGE,
        READ_BACK,
        ASSESS,
        INVESTIGATE,
        DISPATCH,
        TELL,
        RESPOND,
        CLOSE,
        ASK,
        RATE,
        REOPEN,
        HAND_OVER,
        ESCALATE,
        NOTE
    }

    /** The dispatch that waits for somebody here or there, the newest. */
    public Optional<Dispatch> openDispatch() {
        return dispatches.reversed().stream().filter(d -> d.state().isOpen()).findFirst();
    }
}
