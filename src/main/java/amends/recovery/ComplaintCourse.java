package amends.recovery;

import static amends.recovery.Complaint.State.ACKNOWLEDGED;
import static amends.recovery.Complaint.State.ASSESSED;
import static amends.recovery.Complaint.State.CLOSED;
import static amends.recovery.Complaint.State.RECEIVED;
import static amends.recovery.Complaint.State.REOPENED;
import static amends.recovery.Complaint.State.RESPONDED;
import static amends.recovery.Complaint.State.UNDER_INVESTIGATION;

import amends.recovery.Complaint.State;
import amends.recovery.ComplaintStep.Acknowledge;
import amends.recovery.ComplaintStep.Asked;
import amends.recovery.ComplaintStep.Assess;
import amends.recovery.ComplaintStep.BeginAsking;
import amends.recovery.ComplaintStep.Close;
import amends.recovery.ComplaintStep.Escalate;
import amends.recovery.ComplaintStep.HandOver;
import amends.recovery.ComplaintStep.Investigate;
import amends.recovery.ComplaintStep.Rate;
import amends.recovery.ComplaintStep.ReadBack;
import amends.recovery.ComplaintStep.Reopen;
import amends.recovery.ComplaintStep.Respond;
import amends.recovery.ComplaintStep.See;
import amends.recovery.ComplaintStep.Tell;
import amends.recovery.ComplaintStep.Untell;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The course of a complaint (ISO 10002 §7). Pure. An answer may come at any time before the end: what is put right on
 * the spot needs no investigation. What is assessed may be assessed anew.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Acknowledge</th><th>Assess</th><th>Investigate</th><th>Respond</th><th>Close</th><th>Reopen</th></tr>
 * <tr><td>RECEIVED</td><td>ACKNOWLEDGED</td><td>–</td><td>–</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * <tr><td>ACKNOWLEDGED</td><td>–</td><td>ASSESSED</td><td>UNDER_INVESTIGATION</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * <tr><td>ASSESSED</td><td>–</td><td>ASSESSED</td><td>UNDER_INVESTIGATION</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * <tr><td>UNDER_INVESTIGATION</td><td>–</td><td>UNDER_INVESTIGATION</td><td>–</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * <tr><td>RESPONDED</td><td>–</td><td>–</td><td>–</td><td>–</td><td>CLOSED</td><td>REOPENED</td></tr>
 * <tr><td>CLOSED</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>REOPENED</td></tr>
 * <tr><td>REOPENED</td><td>–</td><td>ASSESSED</td><td>UNDER_INVESTIGATION</td><td>RESPONDED</td><td>–</td><td>–</td></tr>
 * </table>
 *
 * <p>Steps that leave the state as it is: Tell and ReadBack while it is open and, Tell, once it was acknowledged; Untell
 * while it is open and news is waited for; HandOver and Escalate until it is closed, or while a closed one is being asked after; BeginAsking when it is closed;
 * Asked then, which reopens it when the answer did not hold; Rate once it was answered; See always.
 */
final class ComplaintCourse {
    private ComplaintCourse() {}

    sealed interface Next {
        record Changed(Complaint complaint) implements Next {}

        record Ignored(String reason) implements Next {}
    }

    static Next next(Complaint complaint, ComplaintStep step, ComplaintRules rules) {
        State state = complaint.state();
        return switch (step) {
            case Acknowledge(var at)
            when state == RECEIVED -> changed(complaint, ACKNOWLEDGED, acknowledged(complaint, at, rules));
            case Assess(var at, var as) when mayBeAssessed(state) -> assessed(complaint, at, as, rules);
            case Investigate(var at)
            when state == ACKNOWLEDGED || state == ASSESSED || state == REOPENED ->
                changed(complaint, UNDER_INVESTIGATION, complaint.clocks().met(ComplaintClock.INVESTIGATE, at));
            case Respond(var at, var answer) when state.isOpen() -> responded(complaint, at, answer, rules);
            case Close(var at) when state == RESPONDED -> closed(complaint, at, rules);
            case Reopen(var at) when isAnswered(state) -> reopened(complaint, at, rules);
            case ReadBack(var at)
            when state.isOpen() -> filed(complaint, complaint.file().readBackAt(at));
            case Tell(var at) when state.isOpen() && state != RECEIVED -> told(complaint, at, rules);
            case Untell(var at, var told)
            when state.isOpen() && complaint.clocks().waitsFor(ComplaintClock.NEWS) ->
                untold(complaint, at, told, rules);
            case BeginAsking(var at)
            when state == CLOSED && isUnasked(complaint) ->
                filed(complaint, complaint.file().beingAsked());
            case Asked(var at, var held)
            when state == CLOSED && isUnasked(complaint) -> asked(complaint, at, held, rules);
            case HandOver(var at, var to) when mayChangeHands(complaint, to) -> owned(complaint, to, false);
            case Escalate(var at, var to) when mayChangeHands(complaint, to) -> owned(complaint, to, true);
            case See(var at)
            when complaint.file().unseen() -> filed(complaint, complaint.file().seen());
            case Rate(var at, var as)
            when isAnswered(state) -> filed(complaint, complaint.file().rated(as));
            default ->
                new Next.Ignored("complaint #" + complaint.number() + " is " + state + ": no "
                        + step.getClass().getSimpleName());
        };
    }

    private static boolean mayBeAssessed(State state) {
        return state == ACKNOWLEDGED || state == ASSESSED || state == UNDER_INVESTIGATION || state == REOPENED;
    }

    private static boolean isAnswered(State state) {
        return state == RESPONDED || state == CLOSED;
    }

    private static boolean isUnasked(Complaint complaint) {
        return complaint.clocks().done(ComplaintClock.ASK).isEmpty();
    }

    private static boolean mayChangeHands(Complaint complaint, UUID to) {
        boolean over = complaint.state() == CLOSED && !complaint.file().asking();
        return !over && !to.equals(complaint.owner());
    }

    private static ComplaintClocks acknowledged(Complaint complaint, Instant at, ComplaintRules rules) {
        return complaint
                .clocks()
                .met(ComplaintClock.ACKNOWLEDGE, at)
                .set(ComplaintClock.NEWS, rules.within(at, rules.news()));
    }

    private static Next assessed(Complaint complaint, Instant at, Assessment as, ComplaintRules rules) {
        boolean investigated = complaint.state() == UNDER_INVESTIGATION;
        ComplaintClocks clocks = complaint
                .clocks()
                .met(ComplaintClock.ASSESS, at)
                .set(ComplaintClock.RESPOND, rules.answerBy(complaint.since(), as.hard()));
        if (complaint.clocks().done(ComplaintClock.INVESTIGATE).isEmpty() && !investigated)
            clocks = clocks.set(ComplaintClock.INVESTIGATE, rules.within(at, rules.investigate()));
        State state = investigated ? UNDER_INVESTIGATION : ASSESSED;
        return new Next.Changed(
                complaint.standing(state, clocks, complaint.file().assessed(as)).weighed(as.severity()));
    }

    /** An answer shows that it was received, and ends whatever leads to an answer. */
    private static Next responded(Complaint complaint, Instant at, String answer, ComplaintRules rules) {
        ComplaintClocks clocks = complaint
                .clocks()
                .met(ComplaintClock.ACKNOWLEDGE, at)
                .met(ComplaintClock.RESPOND, at)
                .dropped(ComplaintClock.ASSESS)
                .dropped(ComplaintClock.INVESTIGATE)
                .dropped(ComplaintClock.NEWS)
                .set(ComplaintClock.CLOSE, rules.within(at, rules.close()));
        return new Next.Changed(
                complaint.standing(RESPONDED, clocks, complaint.file().answered(answer)));
    }

    private static Next closed(Complaint complaint, Instant at, ComplaintRules rules) {
        ComplaintClocks clocks = complaint
                .clocks()
                .met(ComplaintClock.CLOSE, at)
                .set(ComplaintClock.ASK, rules.within(rules.askFrom(at), rules.ask()));
        return changed(complaint, CLOSED, clocks);
    }

    private static Next reopened(Complaint complaint, Instant at, ComplaintRules rules) {
        boolean hard = complaint.file().assessment().map(Assessment::hard).orElse(false);
        ComplaintClocks clocks = new ComplaintClocks(Map.of(
                        ComplaintClock.ACKNOWLEDGE, complaint.clocks().timings().get(ComplaintClock.ACKNOWLEDGE)))
                .set(ComplaintClock.ASSESS, rules.within(at, rules.assess()))
                .set(ComplaintClock.NEWS, rules.within(at, rules.news()))
                .set(ComplaintClock.RESPOND, rules.answerBy(at, hard));
        return new Next.Changed(
                complaint.standing(REOPENED, clocks, complaint.file().reopenedAt(at)));
    }

    private static Next told(Complaint complaint, Instant at, ComplaintRules rules) {
        return changed(
                complaint,
                complaint.state(),
                complaint.clocks().set(ComplaintClock.NEWS, rules.within(at, rules.news())));
    }

    /** Due again on the day on which they were to hear it; that day gone, it is late from now on. */
    private static Next untold(Complaint complaint, Instant at, Instant told, ComplaintRules rules) {
        Instant day = rules.within(told, 0);
        Instant by = day.isAfter(at) ? day : at;
        return changed(complaint, complaint.state(), complaint.clocks().set(ComplaintClock.NEWS, by));
    }

    private static Next asked(Complaint complaint, Instant at, boolean held, ComplaintRules rules) {
        Complaint answered = complaint.standing(
                CLOSED,
                complaint.clocks().met(ComplaintClock.ASK, at),
                complaint.file().asked(held));
        return held ? new Next.Changed(answered) : reopened(answered, at, rules);
    }

    private static Next owned(Complaint complaint, UUID to, boolean escalation) {
        return new Next.Changed(complaint.owned(to, complaint.file().handedOver(escalation)));
    }

    private static Next filed(Complaint complaint, CaseFile file) {
        return new Next.Changed(complaint.standing(complaint.state(), complaint.clocks(), file));
    }

    private static Next changed(Complaint complaint, State state, ComplaintClocks clocks) {
        return new Next.Changed(complaint.standing(state, clocks, complaint.file()));
    }
}
