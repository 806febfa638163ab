package amends.survey;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;

/** Ends a survey that nobody answered in time. */
public final class SurveyExpiry implements DutyHandler {
    static final String KIND = "survey ends";
    private final SurveyKeeping keeping;

    public SurveyExpiry(Surveys surveys) {
        keeping = new SurveyKeeping(surveys);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isTransaction() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        keeping.step(duty.subject(), new SurveyStep.TimeUp());
        return new Result.Done();
    }
}
