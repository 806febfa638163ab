package amends.acd;

import java.time.Instant;
import java.util.Optional;

/**
 * A lead's visit as a screen shows it.
 *
 * @param extension of the agent; empty while there is no visit
 * @param mode in which the lead is in the call; empty while they are not in yet
 * @param asked in which they wish to be, while that is not settled
 * @param since when they are in so
 * @param refusal why the last wish came to nothing
 */
public record VisitState(
        Optional<String> extension,
        Optional<VisitMode> mode,
        Optional<VisitMode> asked,
        Optional<Instant> since,
        Optional<VisitRefusal> refusal) {
    public static final VisitState NONE =
            new VisitState(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static VisitState of(VisitPhase phase) {
        return switch (phase) {
            case VisitPhase.Away(var why) ->
                new VisitState(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), why);
            case VisitPhase.Asking(var extension, var mode, var from) -> on(extension, mode, from);
            case VisitPhase.Calling(var granted, var visit) ->
                on(granted.extension(), granted.grant().mode(), Optional.empty());
            case VisitPhase.Proving(var granted, var visit, var from) ->
                on(granted.extension(), granted.grant().mode(), from);
            case VisitPhase.There there ->
                new VisitState(
                        Optional.of(there.granted().extension()),
                        Optional.of(there.granted().grant().mode()),
                        Optional.empty(),
                        Optional.of(there.granted().grant().made()),
                        there.why());
        };
    }

    private static VisitState on(String extension, VisitMode wished, Optional<VisitPhase.There> from) {
        return new VisitState(
                Optional.of(extension),
                from.map(t -> t.granted().grant().mode()),
                Optional.of(wished),
                from.map(t -> t.granted().grant().made()),
                Optional.empty());
    }
}
