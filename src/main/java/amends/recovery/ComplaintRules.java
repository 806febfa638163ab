package amends.recovery;

import amends.kernel.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How fast each step of a complaint is: all in working days, each ending with the day. What a customer is told is
 * reckoned from the complaint's receipt, or its reopening; what colleagues owe each other, from the step before.
 *
 * @param acknowledge within so many days the customer hears that it was received
 * @param assess within so many days its cause and weight are known
 * @param investigate so many days after that somebody has begun to look into it
 * @param news at least so often the customer hears how it stands
 * @param simple within so many days what is simple is answered
 * @param hard within so many days what is hard is answered
 * @param close so many days after the answer it is closed, unless the customer objects
 * @param askAfter so long after closing somebody asks whether it held
 * @param ask within so many days from then
 * @param recent whoever complains again so soon after the answer means the same complaint
 */
public record ComplaintRules(
        WorkingCalendar calendar,
        int acknowledge,
        int assess,
        int investigate,
        int news,
        int simple,
        int hard,
        int close,
        Duration askAfter,
        int ask,
        Duration recent) {

    /** Acknowledged in one working day, news every two, answered in five or in fifteen. */
    public static ComplaintRules usual(WorkingCalendar calendar) {
        return new ComplaintRules(calendar, 1, 2, 1, 2, 5, 15, 5, Duration.ofDays(7), 2, Duration.ofDays(30));
    }

    public static ComplaintRules usual(ZoneId zone) {
        return usual(WorkingCalendar.usual(zone));
    }

    Instant within(Instant from, int workingDays) {
        return calendar.endOfDay(from, workingDays);
    }

    Instant answerBy(Instant since, boolean hard) {
        return within(since, hard ? this.hard : simple);
    }

    /** From when on somebody asks: a week after, when somebody works. */
    Instant askFrom(Instant closed) {
        return calendar.openAfter(closed.plus(askAfter));
    }

    /** When the house tells how it stands, so that it is told in time: the day's first hour. */
    Instant tellAt(Instant newsBy) {
        return calendar.minus(newsBy, Duration.ofHours(8));
    }
}
