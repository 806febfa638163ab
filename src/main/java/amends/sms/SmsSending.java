package amends.sms;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.sms.SmsGateway.Answer;
import amends.sms.SmsGateway.Submission;
import amends.sms.SmsStep.Accepted;
import amends.sms.SmsStep.AnswerLost;
import amends.sms.SmsStep.Begins;
import amends.sms.SmsStep.PutBack;
import amends.sms.SmsStep.Refused;
import amends.sms.SmsStep.TimeIsOver;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one message to the network. Whoever dies, and whenever: that it is being handed over is stored before it
 * leaves, and what the network answered is stored before anything else. So a message whose answer was seen is never
 * sent again, and one that is found in between is sent again and marked, because nobody can know.
 */
final class SmsSending implements DutyHandler, AutoCloseable {
    static final String KIND = "send-sms";
    private static final Logger LOG = LoggerFactory.getLogger(SmsSending.class);
    /** Below {@link amends.kernel.DutyRunner}'s own limit, so that whoever waits for the message hears of its end. */
    private static final int MOST_ATTEMPTS = 40;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration STORE_PAUSE = Duration.ofMillis(200);
    private final SmsBook book;
    private final CourseKeeping courses;
    private final SmsGateway gateway;
    private final Timekeeper time;
    private volatile boolean closing;

    SmsSending(SmsBook book, CourseKeeping courses, SmsGateway gateway, Timekeeper time) {
        this.book = book;
        this.courses = courses;
        this.gateway = gateway;
        this.time = time;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isReady() {
        return gateway.isReachable();
    }

    @Override
    public Result carryOut(Duty duty) {
        return book.sms(duty.subject()).map(this::send).orElseGet(() -> new Result.GivenUp("no such message"));
    }

    private Result send(OutgoingSms sms) {
        // Waited for before it counts as begun: who dies while waiting has surely sent nothing.
        if (!gateway.awaitTurn()) return new Result.Again(SOON, "the network is out of reach");
        Duration left = Duration.between(time.now(), sms.expires());
        if (!left.isPositive()) {
            courses.step(sms.id(), new TimeIsOver());
            return new Result.Done();
        }
        return courses.step(sms.id(), new Begins())
                .map(begun -> settle(begun, gateway.submit(new Submission(sms.to(), sms.text(), left))))
                .orElseGet(Result.Done::new);
    }

    private Result settle(SmsCourse begun, Answer answer) {
        return switch (answer) {
            case Answer.Taken(String messageId) -> over(begun, new Accepted(messageId));
            case Answer.Refused(String reason) -> over(begun, new Refused(reason));
            case Answer.NotNow(String reason) -> later(begun, new PutBack(reason), reason);
            case Answer.NotSent(String reason) -> {
                store(begun.sms(), new PutBack(reason));
                yield new Result.Again(SOON, reason);
            }
            case Answer.Unanswered(String reason) -> {
                LOG.warn("sms {}: sent, and no answer seen: {}", begun.sms(), reason);
                yield later(begun, new AnswerLost(reason), reason);
            }
        };
    }

    private Result over(SmsCourse begun, SmsStep step) {
        store(begun.sms(), step);
        return new Result.Done();
    }

    private Result later(SmsCourse begun, SmsStep step, String reason) {
        store(begun.sms(), step);
        if (begun.attempts() < MOST_ATTEMPTS) return new Result.Again(pauseAfter(begun.attempts()), reason);
        store(begun.sms(), new Begins());
        return over(begun, new Refused("tried too often: " + reason));
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(20, attempts - 1));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** What the network answered is not given up while the database is away: without it the message would go again. */
    private void store(UUID sms, SmsStep step) {
        while (true) {
            try {
                courses.step(sms, step);
                return;
            } catch (StoreUnavailable e) {
                if (closing) throw e;
                LockSupport.parkNanos(STORE_PAUSE.toNanos());
            }
        }
    }

    /** Gives up what waits for the database. */
    @Override
    public void close() {
        closing = true;
    }
}
