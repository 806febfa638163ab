package amends.survey;

import static amends.survey.Survey.State.DELIVERED;
import static amends.survey.Survey.State.DUE;
import static amends.survey.Survey.State.EXPIRED;
import static amends.survey.Survey.State.OPTED_OUT;
import static amends.survey.Survey.State.SENT;

import amends.survey.SurveyStep.Answered;
import amends.survey.SurveyStep.Delivered;
import amends.survey.SurveyStep.NotDelivered;
import amends.survey.SurveyStep.Refused;
import amends.survey.SurveyStep.Sent;
import amends.survey.SurveyStep.TimeUp;

/**
 * The course of a survey. Pure. An answer or a receipt may overtake the word that the message was sent, so each step
 * counts as long as the survey is open; a handset that has it cannot lose it again.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Sent</th><th>Delivered</th><th>NotDelivered</th><th>Answered</th><th>TimeUp</th>
 *     <th>Refused</th></tr>
 * <tr><td>DUE</td><td>SENT</td><td>DELIVERED</td><td>EXPIRED, with the reason</td><td>ANSWERED</td><td>EXPIRED</td>
 *     <td>OPTED_OUT</td></tr>
 * <tr><td>SENT</td><td>–</td><td>DELIVERED</td><td>EXPIRED, with the reason</td><td>ANSWERED</td><td>EXPIRED</td>
 *     <td>OPTED_OUT</td></tr>
 * <tr><td>DELIVERED</td><td>–</td><td>–</td><td>–</td><td>ANSWERED</td><td>EXPIRED</td><td>OPTED_OUT</td></tr>
 * <tr><td>ANSWERED, EXPIRED, OPTED_OUT</td><td colspan="6">–</td></tr>
 * </table>
 */
final class SurveyCourse {
    private SurveyCourse() {}

    sealed interface Next {
        record Changed(Survey survey) implements Next {}

        record Ignored(String reason) implements Next {}
    }

    static Next next(Survey survey, SurveyStep step) {
        if (!survey.state().isOpen()) return ignored(survey, step);
        return switch (step) {
            case Sent() -> survey.state() == DUE ? changed(survey.standing(SENT)) : ignored(survey, step);
            case Delivered() ->
                survey.state() == DELIVERED ? ignored(survey, step) : changed(survey.standing(DELIVERED));
            case NotDelivered(var reason) ->
                survey.state() == DELIVERED ? ignored(survey, step) : changed(survey.neverArrived(reason));
            case Answered(var answer) -> changed(survey.answered(answer));
            case TimeUp() -> changed(survey.standing(EXPIRED));
            case Refused() -> changed(survey.standing(OPTED_OUT));
        };
    }

    private static Next changed(Survey survey) {
        return new Next.Changed(survey);
    }

    private static Next ignored(Survey survey, SurveyStep step) {
        return new Next.Ignored(step.getClass().getSimpleName() + " does not fit a survey that is " + survey.state());
    }
}
