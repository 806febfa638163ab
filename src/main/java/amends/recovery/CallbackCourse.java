package amends.recovery;

import static amends.recovery.Callback.State.ATTEMPTING;
import static amends.recovery.Callback.State.EXPIRED;
import static amends.recovery.Callback.State.MISSED;
import static amends.recovery.Callback.State.REACHED;
import static amends.recovery.Callback.State.SCHEDULED;

import amends.recovery.Callback.State;
import amends.recovery.CallbackStep.Begin;
import amends.recovery.CallbackStep.DeskDied;
import amends.recovery.CallbackStep.Expire;
import amends.recovery.CallbackStep.FallDue;
import amends.recovery.CallbackStep.HandOver;
import amends.recovery.CallbackStep.Miss;
import amends.recovery.CallbackStep.Reach;
import amends.recovery.CallbackStep.Schedule;
import amends.recovery.CallbackStep.Score;
import java.util.Optional;

/**
 * The course of a callback. Pure.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Begin</th><th>Reach</th><th>Miss</th><th>DeskDied</th><th>Schedule</th><th>Expire</th>
 *     <th>FallDue</th></tr>
 * <tr><td>SCHEDULED</td><td>ATTEMPTING, one attempt more</td><td>–</td><td>–</td><td>–</td><td>SCHEDULED, due
 *     then</td><td>EXPIRED</td><td>SCHEDULED, late</td></tr>
 * <tr><td>ATTEMPTING</td><td>–</td><td>REACHED</td><td>MISSED</td><td>SCHEDULED</td><td>–</td><td>–</td><td>–</td></tr>
 * <tr><td>MISSED</td><td>–</td><td>–</td><td>–</td><td>–</td><td>SCHEDULED, due then</td><td>EXPIRED</td><td>MISSED,
 *     late</td></tr>
 * <tr><td>REACHED</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * <tr><td>EXPIRED</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * </table>
 *
 * <p>HandOver changes the owner of one that is SCHEDULED or MISSED; Score is kept in every state.
 */
final class CallbackCourse {
    private CallbackCourse() {}

    sealed interface Next {
        record Changed(Callback callback) implements Next {}

        record Ignored(String reason) implements Next {}
    }

    static Next next(Callback callback, CallbackStep step) {
        State state = callback.state();
        return switch (step) {
            case Begin()
            when state == SCHEDULED ->
                changed(callback.standing(ATTEMPTING, callback.due(), callback.attempts() + 1, Optional.empty())
                        .filed(callback.file().seen()));
            case Reach(var settled) when state == ATTEMPTING -> changed(ended(callback, settled));
            case Miss() when state == ATTEMPTING -> changed(callback.standing(MISSED, callback.due()));
            case DeskDied() when state == ATTEMPTING -> changed(callback.standing(SCHEDULED, callback.due()));
            case Schedule(var due)
            when state == SCHEDULED || state == MISSED -> changed(callback.standing(SCHEDULED, due));
            case Expire()
            when state == SCHEDULED || state == MISSED ->
                changed(callback.standing(
                        EXPIRED, callback.due(), callback.attempts(), Optional.of(CallbackOutcome.NOT_REACHED)));
            case FallDue() when state == SCHEDULED || state == MISSED -> changed(callback.markedLate());
            case HandOver(var to, var words)
            when (state == SCHEDULED || state == MISSED) && !to.equals(callback.owner()) ->
                changed(callback.given(to, words));
            case Score(var before, var after) ->
                changed(callback.filed(callback.file().scored(before, after)));
            default ->
                new Next.Ignored("a callback that is " + state + " cannot "
                        + step.getClass().getSimpleName());
        };
    }

    private static Callback ended(Callback callback, boolean settled) {
        return callback.standing(
                REACHED,
                callback.due(),
                callback.attempts(),
                Optional.of(settled ? CallbackOutcome.SETTLED : CallbackOutcome.NOT_SETTLED));
    }

    private static Next changed(Callback callback) {
        return new Next.Changed(callback);
    }
}
