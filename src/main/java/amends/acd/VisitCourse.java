package amends.acd;

import static amends.acd.VisitEffect.ADOPT;
import static amends.acd.VisitEffect.ASK;
import static amends.acd.VisitEffect.CALL;
import static amends.acd.VisitEffect.CLOSE;
import static amends.acd.VisitEffect.DROP;
import static amends.acd.VisitEffect.HANG_UP;
import static amends.acd.VisitEffect.PROVE;
import static amends.acd.VisitEffect.SPEAK;

import amends.acd.VisitPhase.Asking;
import amends.acd.VisitPhase.Away;
import amends.acd.VisitPhase.Calling;
import amends.acd.VisitPhase.Granted;
import amends.acd.VisitPhase.Proving;
import amends.acd.VisitPhase.There;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a lead's visit. Pure.
 *
 * <table>
 * <caption>✗ ignored with its reason; [effects]; "back" is There as before, with the refusal</caption>
 * <tr><th>event<th>Away<th>Asking<th>Calling<th>Proving<th>There
 * <tr><td>Wanted<td>Asking [ASK]<td>✗<td>✗<td>✗<td>the same agent, another way: Asking [ASK]; else ✗
 * <tr><td>Kept<td>✗<td>Calling [CALL]; Proving [PROVE] when there already<td>✗<td>✗<td>✗
 * <tr><td>NotKept<td>✗<td>Away; back<td>✗<td>✗<td>✗
 * <tr><td>Begun<td>✗<td>✗<td>Calling<td>✗<td>✗
 * <tr><td>NotBegun<td>✗<td>✗<td>Away [CLOSE]<td>✗<td>✗
 * <tr><td>Answered<td>✗<td>✗<td>Proving [PROVE]<td>✗<td>✗
 * <tr><td>Said(yes)<td>✗<td>✗<td>✗<td>There [CLOSE, SPEAK]; Away [CLOSE, ADOPT] to intercept<td>✗
 * <tr><td>Said(no)<td>✗<td>✗<td>✗<td>Away [CLOSE, HANG_UP]; back [DROP]<td>✗
 * <tr><td>Late<td>✗<td>✗<td>Away [CLOSE, HANG_UP]<td>Away [CLOSE, HANG_UP]; back [DROP]<td>✗
 * <tr><td>Gone<td>✗<td>Away [CLOSE], when there<td>Away [CLOSE]<td>Away [CLOSE]<td>Away [CLOSE]
 * <tr><td>Left<td>Away<td>Away [CLOSE, HANG_UP]<td>Away [CLOSE, HANG_UP]<td>Away [CLOSE, HANG_UP]
 *     <td>Away [CLOSE, HANG_UP]
 * </table>
 */
final class VisitCourse {
    /** @param ignored why nothing changed */
    record Step(VisitPhase next, List<VisitEffect> effects, Optional<String> ignored) {
        private static Step to(VisitPhase next, VisitEffect... effects) {
            return new Step(next, List.of(effects), Optional.empty());
        }

        private static Step ignore(VisitPhase phase, VisitEvent event) {
            return new Step(
                    phase,
                    List.of(),
                    Optional.of(event.getClass().getSimpleName() + " does not fit "
                            + phase.getClass().getSimpleName()));
        }
    }

    private VisitCourse() {}

    static Step next(VisitPhase phase, VisitEvent event) {
        if (event instanceof VisitEvent.Left)
            return phase instanceof Away ? Step.to(VisitPhase.AWAY) : Step.to(VisitPhase.AWAY, CLOSE, HANG_UP);
        return switch (phase) {
            case Away away ->
                event instanceof VisitEvent.Wanted(var extension, var mode)
                        ? Step.to(new Asking(extension, mode, Optional.empty()), ASK)
                        : Step.ignore(phase, event);
            case Asking asking -> asking(asking, event);
            case Calling calling -> calling(calling, event);
            case Proving proving -> proving(proving, event);
            case There there -> there(there, event);
        };
    }

    private static Step asking(Asking now, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Kept(var granted) ->
                now.from()
                        .map(from -> Step.to(new Proving(granted, from.visit(), now.from()), PROVE))
                        .orElseGet(() -> Step.to(new Calling(granted, Optional.empty()), CALL));
            case VisitEvent.NotKept(var why) ->
                now.from().map(from -> Step.to(from.but(why))).orElseGet(() -> away(why));
            case VisitEvent.Gone() -> now.from().isPresent() ? away(VisitRefusal.OVER, CLOSE) : Step.ignore(now, event);
            default -> Step.ignore(now, event);
        };
    }

    private static Step calling(Calling now, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Begun(var visit) -> Step.to(new Calling(now.granted(), Optional.of(visit)));
            case VisitEvent.NotBegun() -> away(VisitRefusal.NO_LINE, CLOSE);
            case VisitEvent.Answered()
            when now.visit().isPresent() ->
                Step.to(new Proving(now.granted(), now.visit().get(), Optional.empty()), PROVE);
            case VisitEvent.Late() -> away(VisitRefusal.NO_ANSWER, CLOSE, HANG_UP);
            case VisitEvent.Gone() -> away(VisitRefusal.TURNED_AWAY, CLOSE);
            default -> Step.ignore(now, event);
        };
    }

    private static Step proving(Proving now, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Said(boolean yes) when yes -> admitted(now.granted(), now);
            case VisitEvent.Said said -> refused(now, VisitRefusal.TURNED_AWAY);
            case VisitEvent.Late() -> refused(now, VisitRefusal.NO_ANSWER);
            case VisitEvent.Gone() ->
                away(now.from().isPresent() ? VisitRefusal.OVER : VisitRefusal.TURNED_AWAY, CLOSE);
            default -> Step.ignore(now, event);
        };
    }

    private static Step admitted(Granted granted, Proving now) {
        return granted.grant().mode() == VisitMode.INTERCEPT
                ? Step.to(VisitPhase.AWAY, CLOSE, ADOPT)
                : Step.to(new There(granted, now.visit(), Optional.empty()), CLOSE, SPEAK);
    }

    private static Step refused(Proving now, VisitRefusal why) {
        return now.from().map(from -> Step.to(from.but(why), DROP)).orElseGet(() -> away(why, CLOSE, HANG_UP));
    }

    private static Step there(There now, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Wanted(var extension, var mode)
            when extension.equals(now.granted().extension())
                    && mode != now.granted().grant().mode() ->
                Step.to(new Asking(extension, mode, Optional.of(now)), ASK);
            case VisitEvent.Gone() -> away(VisitRefusal.OVER, CLOSE);
            default -> Step.ignore(now, event);
        };
    }

    private static Step away(VisitRefusal why, VisitEffect... effects) {
        return Step.to(new Away(Optional.of(why)), effects);
    }
}
