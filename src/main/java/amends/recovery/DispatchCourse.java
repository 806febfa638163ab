package amends.recovery;

import static amends.recovery.Dispatch.Stage.ACCEPTED;
import static amends.recovery.Dispatch.Stage.ANSWERED;
import static amends.recovery.Dispatch.Stage.PREPARED;
import static amends.recovery.Dispatch.Stage.SENT;
import static amends.recovery.Dispatch.Stage.WITHDRAWN;

import amends.recovery.Dispatch.Stage;
import amends.recovery.DispatchStep.Accept;
import amends.recovery.DispatchStep.Answer;
import amends.recovery.DispatchStep.FallDue;
import amends.recovery.DispatchStep.Send;
import amends.recovery.DispatchStep.SendBack;
import amends.recovery.DispatchStep.Withdraw;

/**
 * The course of a dispatch. Pure.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Send</th><th>Answer</th><th>SendBack</th><th>Accept</th><th>Withdraw</th><th>FallDue</th></tr>
 * <tr><td>PREPARED</td><td>SENT, due then</td><td>–</td><td>–</td><td>–</td><td>WITHDRAWN</td><td>–</td></tr>
 * <tr><td>SENT</td><td>–</td><td>ANSWERED</td><td>–</td><td>–</td><td>WITHDRAWN</td><td>SENT, late</td></tr>
 * <tr><td>ANSWERED</td><td>–</td><td>–</td><td>SENT, due then</td><td>ACCEPTED</td><td>WITHDRAWN</td><td>–</td></tr>
 * <tr><td>ACCEPTED</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * <tr><td>WITHDRAWN</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * </table>
 */
final class DispatchCourse {
    private DispatchCourse() {}

    sealed interface Next {
        record Changed(Dispatch dispatch) implements Next {}

        record Ignored(String reason) implements Next {}
    }

    static Next next(Dispatch dispatch, DispatchStep step) {
        Stage state = dispatch.state();
        return switch (step) {
            case Send(var due) when state == PREPARED -> changed(dispatch.standing(SENT, due, dispatch.rounds() + 1));
            case Answer(var at, var words) when state == SENT -> changed(dispatch.answered(words, at));
            case SendBack(var due)
            when state == ANSWERED -> changed(dispatch.standing(SENT, due, dispatch.rounds() + 1));
            case Accept() when state == ANSWERED -> changed(dispatch.standing(ACCEPTED));
            case Withdraw() when state.isOpen() -> changed(dispatch.standing(WITHDRAWN));
            case FallDue() when state == SENT -> changed(dispatch.markedLate());
            default ->
                new Next.Ignored("a dispatch that is " + state + ": no "
                        + step.getClass().getSimpleName());
        };
    }

    private static Next changed(Dispatch dispatch) {
        return new Next.Changed(dispatch);
    }
}
