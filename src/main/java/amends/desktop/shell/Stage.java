package amends.desktop.shell;

import amends.telephony.CallId;
import java.util.Optional;

/** What the middle of the window is about. */
sealed interface Stage {
    record Idle() implements Stage {}

    record Ringing(CallId call) implements Stage {}

    record Talking(CallId call) implements Stage {}

    record WritingUp(CallId call) implements Stage {}

    default Optional<CallId> about() {
        return switch (this) {
            case Idle ignored -> Optional.empty();
            case Ringing r -> Optional.of(r.call());
            case Talking t -> Optional.of(t.call());
            case WritingUp w -> Optional.of(w.call());
        };
    }
}
