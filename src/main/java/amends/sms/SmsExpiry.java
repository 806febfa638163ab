package amends.sms;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.sms.SmsCourse.State;
import amends.sms.SmsStep.TimeIsOver;
import java.time.Duration;
import java.util.Optional;

/** Ends a message whose time is over although nobody could send it, so that whoever waits for it hears of it. */
final class SmsExpiry implements DutyHandler {
    static final String KIND = "expire-sms";
    private static final Duration IN_HAND = Duration.ofMinutes(2);
    private final SmsBook book;
    private final CourseKeeping courses;

    SmsExpiry(SmsBook book, CourseKeeping courses) {
        this.book = book;
        this.courses = courses;
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
        Optional<State> state = book.courseOf(duty.subject()).map(SmsCourse::state);
        // Somebody has it in hand, or died with it: the sender that takes it over decides.
        if (state.filter(s -> s == State.SUBMITTING).isPresent() && duty.attempts() < 20)
            return new Result.Again(IN_HAND, "it is being handed over");
        if (state.filter(s -> s == State.DUE || s == State.SUBMITTING).isPresent())
            courses.stepInside(duty.subject(), new TimeIsOver());
        return new Result.Done();
    }
}
