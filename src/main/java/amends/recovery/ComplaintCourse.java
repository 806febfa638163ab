package amends.recovery;

import static amends.recovery.Complaint.State.ACKNOWLEDGED;
import static amends.recovery.Complaint.State.ASSESSED;
import static amends.recovery.Complaint.State.CLOSED;
import static amends.recovery.Complaint.State.REOPENED;
import static amends.recovery.Complaint.State.RESPONDED;
import static amends.recovery.Complaint.State.UNDER_INVESTIGATION;

import amends.recovery.Complaint.State;
import amends.recovery.ComplaintStep.Acknowledge;
import amends.recovery.ComplaintStep.Assess;
import amends.recovery.ComplaintStep.Close;
import amends.recovery.ComplaintStep.Investigate;
import amends.recovery.ComplaintStep.Reopen;
import amends.recovery.ComplaintStep.Respond;

/**
 * The course of a complaint (ISO 10002 §7). Pure. An answer may come at any time before the end: what is put right on
 * the spot needs no investigation.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Acknowledge</th><th>Assess</th><th>Investigate</th><th>Respond</th><th>Close</th><th>Reopen</th></tr>
 * <tr><td>RECEIVED</td><td>ACKNOWLEDGED</td><td>–</td><td>–</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * <tr><td>ACKNOWLEDGED</td><td>–</td><td>ASSESSED</td><td>–</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * <tr><td>ASSESSED</td><td>–</td><td>–</td><td>UNDER_INVESTIGATION</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * <tr><td>UNDER_INVESTIGATION</td><td>–</td><td>–</td><td>–</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * <tr><td>RESPONDED</td><td>–</td><td>–</td><td>–</td><td>–</td><td>CLOSED</td><td>REOPENED</td></tr>
 * <tr><td>CLOSED</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>REOPENED</td></tr>
 * <tr><td>REOPENED</td><td>–</td><td>ASSESSED</td><td>UNDER_INVESTIGATION</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * </table>
 */
final class ComplaintCourse {
    private ComplaintCourse() {}

    sealed interface Next {
        record Changed(Complaint complaint) implements Next {}

        record Ignored(String reason) implements Next {}
    }

    static Next next(Complaint complaint, ComplaintStep step) {
        State state = complaint.state();
        ComplaintClocks clocks = complaint.clocks();
        return switch (step) {
            case Acknowledge(var at)
            when state == State.RECEIVED -> changed(complaint, ACKNOWLEDGED, clocks.acknowledgedAt(at));
            case Assess(var at) when state == ACKNOWLEDGED || state == REOPENED -> changed(complaint, ASSESSED, clocks);
            case Investigate(var at)
            when state == ASSESSED || state == REOPENED -> changed(complaint, UNDER_INVESTIGATION, clocks);
            case Respond(var at) when state.isOpen() -> changed(complaint, RESPONDED, clocks.respondedAt(at));
            case Close(var at) when state == RESPONDED -> changed(complaint, CLOSED, clocks.closedAt(at));
            case Reopen(var at, var respondBy)
            when state == RESPONDED || state == CLOSED -> changed(complaint, REOPENED, clocks.reopened(respondBy));
            default ->
                new Next.Ignored("complaint #" + complaint.number() + " is " + state + ": no "
                        + step.getClass().getSimpleName());
        };
    }

    private static Next changed(Complaint complaint, State state, ComplaintClocks clocks) {
        return new Next.Changed(complaint.standing(state, clocks));
    }
}
