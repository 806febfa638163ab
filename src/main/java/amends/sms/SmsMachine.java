package amends.sms;

import amends.sms.SmsCourse.State;
import amends.sms.SmsStep.Accepted;
import amends.sms.SmsStep.AnswerLost;
import amends.sms.SmsStep.Begins;
import amends.sms.SmsStep.PutBack;
import amends.sms.SmsStep.Refused;
import amends.sms.SmsStep.TimeIsOver;
import amends.sms.SmsStep.Told;
import amends.sms.SmsStep.Withdrawn;
import java.time.Instant;
import java.util.Optional;

/**
 * The course of an outgoing message. Pure.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Begins</th><th>Accepted</th><th>Refused</th><th>PutBack</th><th>AnswerLost</th>
 *     <th>TimeIsOver</th><th>Withdrawn</th><th>Told</th></tr>
 * <tr><td>DUE</td><td>SUBMITTING</td><td>–</td><td>–</td><td>–</td><td>–</td><td>EXPIRED</td><td>EXPIRED</td>
 *     <td>–</td></tr>
 * <tr><td>SUBMITTING</td><td>SUBMITTING, unsure: whoever had it in hand is dead</td><td>ACCEPTED</td>
 *     <td>REFUSED</td><td>DUE</td><td>DUE, unsure</td><td>EXPIRED, unsure</td><td>–</td><td>–</td></tr>
 * <tr><td>ACCEPTED</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td>
 *     <td>DELIVERED, UNDELIVERABLE or EXPIRED; – while undecided</td></tr>
 * <tr><td>DELIVERED, UNDELIVERABLE, REFUSED, EXPIRED</td><td colspan="8">–</td></tr>
 * </table>
 */
final class SmsMachine {
    private SmsMachine() {}

    sealed interface Next {
        record Changed(SmsCourse course) implements Next {}

        record Ignored(String reason) implements Next {}
    }

    static Next next(SmsCourse course, SmsStep step, Instant at) {
        return switch (course.state()) {
            case DUE -> due(course, step, at);
            case SUBMITTING -> submitting(course, step, at);
            case ACCEPTED -> accepted(course, step, at);
            case DELIVERED, UNDELIVERABLE, REFUSED, EXPIRED -> ignored(course, step);
        };
    }

    private static Next due(SmsCourse course, SmsStep step, Instant at) {
        return switch (step) {
            case Begins() -> begun(course, course.unsure(), at);
            case TimeIsOver() -> moved(course, State.EXPIRED, course.unsure(), "its time was over", at);
            case Withdrawn(String reason) -> moved(course, State.EXPIRED, course.unsure(), reason, at);
            case Accepted _, Refused _, PutBack _, AnswerLost _, Told _ -> ignored(course, step);
        };
    }

    private static Next submitting(SmsCourse course, SmsStep step, Instant at) {
        return switch (step) {
            case Begins() -> begun(course, true, at);
            case Accepted(String messageId) ->
                changed(course, State.ACCEPTED, course.unsure(), Optional.of(messageId), "", at);
            case Refused(String reason) -> moved(course, State.REFUSED, course.unsure(), reason, at);
            case PutBack(String reason) -> moved(course, State.DUE, course.unsure(), reason, at);
            case AnswerLost(String reason) -> moved(course, State.DUE, true, reason, at);
            case TimeIsOver() -> moved(course, State.EXPIRED, true, "its time was over", at);
            case Withdrawn _, Told _ -> ignored(course, step);
        };
    }

    private static Next accepted(SmsCourse course, SmsStep step, Instant at) {
        if (!(step instanceof Told(SmsGateway.Fate fate, String text))) return ignored(course, step);
        return switch (fate) {
            case DELIVERED -> moved(course, State.DELIVERED, course.unsure(), "", at);
            case UNDELIVERABLE -> moved(course, State.UNDELIVERABLE, course.unsure(), text, at);
            case EXPIRED -> moved(course, State.EXPIRED, course.unsure(), text, at);
            case UNDECIDED -> ignored(course, step);
        };
    }

    private static Next begun(SmsCourse c, boolean unsure, Instant at) {
        return new Next.Changed(new SmsCourse(
                c.sms(), c.purpose(), State.SUBMITTING, unsure, c.attempts() + 1, c.messageId(), c.reason(), at));
    }

    private static Next moved(SmsCourse c, State to, boolean unsure, String reason, Instant at) {
        return changed(c, to, unsure, c.messageId(), reason, at);
    }

    private static Next changed(
            SmsCourse c, State to, boolean unsure, Optional<String> messageId, String reason, Instant at) {
        return new Next.Changed(new SmsCourse(c.sms(), c.purpose(), to, unsure, c.attempts(), messageId, reason, at));
    }

    private static Next ignored(SmsCourse course, SmsStep step) {
        return new Next.Ignored(step.getClass().getSimpleName() + " does not fit a message that is " + course.state());
    }
}
