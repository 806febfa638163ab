package amends.survey;

import amends.kernel.PlainText;
import amends.sms.Purpose;
import amends.sms.SmsCourse;
import java.util.function.Consumer;

/** A survey follows its short message, in the transaction in which that gets on. */
public final class SurveyDelivery implements Consumer<SmsCourse> {
    private final SurveyKeeping keeping;

    public SurveyDelivery(Surveys surveys) {
        keeping = new SurveyKeeping(surveys);
    }

    @Override
    public void accept(SmsCourse course) {
        if (course.purpose() != Purpose.SURVEY) return;
        switch (course.state()) {
            case ACCEPTED -> keeping.step(course.sms(), new SurveyStep.Sent());
            case DELIVERED -> keeping.step(course.sms(), new SurveyStep.Delivered());
            case UNDELIVERABLE, REFUSED, EXPIRED ->
                keeping.step(course.sms(), new SurveyStep.NotDelivered(why(course)));
            case DUE, SUBMITTING -> {}
        }
    }

    private static String why(SmsCourse course) {
        String told = PlainText.line(course.reason(), Survey.MOST_REASON - 20);
        return told.isEmpty() ? course.state().name() : course.state() + ": " + told;
    }
}
