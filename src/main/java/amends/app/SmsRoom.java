package amends.app;

import amends.kernel.DutyRunner;
import amends.kernel.Timekeeper;
import amends.sms.Inbox;
import amends.sms.SmsCourses;
import amends.sms.SmsGateway;
import amends.sms.SmsOffice;
import amends.sms.jdbc.JdbcArrivalBook;
import amends.sms.smpp.SmppGateway;
import java.time.Duration;

/**
 * The short messages that this process carries. It has a runner of its own, so that a slow network holds up nothing
 * else. Whoever wants to hear of messages says so before {@link #start}.
 */
final class SmsRoom implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** What comes in is not held up by what waits for its turn to leave. */
    private static final int BESIDE = 4;

    private final SmsGateway gateway;
    private final SmsOffice office;
    private final DutyRunner runner;

    private SmsRoom(SmsGateway gateway, SmsOffice office, DutyRunner runner) {
        this.gateway = gateway;
        this.office = office;
        this.runner = runner;
    }

    static SmsRoom of(DeskSettings settings, StoreRoom store, Timekeeper time) {
        var sms = settings.sms();
        SmsGateway gateway = sms.enabled() ? new SmppGateway(sms.centre(), time) : new NoSmsGateway();
        var arrivals = new JdbcArrivalBook(store.database());
        var office = new SmsOffice(
                new SmsOffice.Store(store.outbox(), arrivals, store.duties(), store.database()),
                gateway,
                settings.homeRegion(),
                time);
        var pace = new DutyRunner.Pace(POLL, LEASE, sms.centre().window() + BESIDE);
        var runner = new DutyRunner(store.duties(), store.database(), office.handlers(), time, pace, "sms");
        return new SmsRoom(gateway, office, runner);
    }

    Inbox inbox() {
        return office.inbox();
    }

    SmsCourses courses() {
        return office.courses();
    }

    SmsGateway gateway() {
        return gateway;
    }

    /** Something was put into the outbox by this process: need not wait to be found. */
    void nudge() {
        runner.nudge();
    }

    SmsRoom start() {
        runner.start();
        office.open(runner::nudge);
        return this;
    }

    @Override
    public void close() {
        office.close();
        runner.close();
    }
}
