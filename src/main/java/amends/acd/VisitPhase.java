package amends.acd;

import amends.telephony.CallId;
import java.util.Optional;

/** How far a lead's visit is; {@link VisitCourse} says what becomes of it. */
sealed interface VisitPhase {
    /** @param why the last came to nothing */
    record Away(Optional<VisitRefusal> why) implements VisitPhase {}

    /** @param from where the lead is already, in another way */
    record Asking(String extension, VisitMode mode, Optional<There> from) implements VisitPhase {}

    /** @param visit once it has a name */
    record Calling(Granted granted, Optional<CallId> visit) implements VisitPhase {}

    record Proving(Granted granted, CallId visit, Optional<There> from) implements VisitPhase {}

    /** @param why a change of the way came to nothing */
    record There(Granted granted, CallId visit, Optional<VisitRefusal> why) implements VisitPhase {
        There but(VisitRefusal refusal) {
            return new There(granted, visit, Optional.of(refusal));
        }
    }

    /** What the lead may do, and how it is proven. @param number of the customer, as their contact has it */
    record Granted(VisitGrant grant, VisitKey key, String extension, String number) {}

    VisitPhase AWAY = new Away(Optional.empty());

    /** The visit's call, once there is one. */
    default Optional<CallId> line() {
        return switch (this) {
            case Away a -> Optional.empty();
            case Asking a -> a.from().map(There::visit);
            case Calling c -> c.visit();
            case Proving p -> Optional.of(p.visit());
            case There t -> Optional.of(t.visit());
        };
    }
}
