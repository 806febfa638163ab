package amends.promise;

import static amends.promise.Promise.State.BROKEN;
import static amends.promise.Promise.State.KEPT;
import static amends.promise.Promise.State.KEPT_LATE;
import static amends.promise.Promise.State.OPEN;
import static amends.promise.Promise.State.OVERDUE;
import static amends.promise.Promise.State.WITHDRAWN;

import amends.promise.Promise.State;
import amends.promise.PromiseStep.Break;
import amends.promise.PromiseStep.FallDue;
import amends.promise.PromiseStep.HandOver;
import amends.promise.PromiseStep.Keep;
import amends.promise.PromiseStep.Remind;
import amends.promise.PromiseStep.Withdraw;
import java.time.Instant;
import java.util.Optional;

/**
 * The course of a promise. Pure.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Remind</th><th>FallDue</th><th>Keep, in time</th><th>Keep, after its time</th><th>Break</th>
 *     <th>Withdraw</th><th>HandOver</th></tr>
 * <tr><td>OPEN</td><td>OPEN, reminded</td><td>OVERDUE</td><td>KEPT</td><td>KEPT_LATE</td><td>BROKEN</td>
 *     <td>WITHDRAWN</td><td>OPEN, another's</td></tr>
 * <tr><td>OVERDUE</td><td>OVERDUE, reminded</td><td>–</td><td>KEPT: it was told late</td><td>KEPT_LATE</td>
 *     <td>BROKEN</td><td>WITHDRAWN</td><td>OVERDUE, another's</td></tr>
 * <tr><td>KEPT, KEPT_LATE, BROKEN, WITHDRAWN</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td>
 *     <td>–</td></tr>
 * </table>
 *
 * One is reminded once, breaking and withdrawing take words, and nobody hands over to whom it belongs already.
 */
final class PromiseCourse {
    private PromiseCourse() {}

    sealed interface Next {
        record Changed(Promise promise) implements Next {}

        record Ignored(String reason) implements Next {}
    }

    static Next next(Promise promise, PromiseStep step) {
        if (!promise.state().isOpen()) return ignored(promise, step, "it is " + promise.state());
        return switch (step) {
            case Remind(var at) ->
                promise.reminded().isPresent()
                        ? ignored(promise, step, "it was before")
                        : changed(promise.remindedAt(at));
            case FallDue(var at) ->
                promise.state() == OPEN
                        ? changed(promise.standing(OVERDUE, Optional.empty()))
                        : ignored(promise, step, "it is already");
            case Keep(var at) -> ended(promise, at.isAfter(promise.due()) ? KEPT_LATE : KEPT, at);
            case Break(var at, var why) ->
                why.isBlank() ? ignored(promise, step, "nobody says why") : ended(promise, BROKEN, at);
            case Withdraw(var at, var consent) ->
                consent.isBlank()
                        ? ignored(promise, step, "the customer was not asked")
                        : ended(promise, WITHDRAWN, at);
            case HandOver(var at, var to, var why) ->
                to.equals(promise.owner())
                        ? ignored(promise, step, "it is theirs already")
                        : changed(promise.keptBy(to));
        };
    }

    private static Next ended(Promise promise, State how, Instant at) {
        return changed(promise.standing(how, Optional.of(at)));
    }

    private static Next changed(Promise promise) {
        return new Next.Changed(promise);
    }

    private static Next ignored(Promise promise, PromiseStep step, String why) {
        return new Next.Ignored("promise " + promise.code() + " was not " + step.act() + ": " + why);
    }
}
