package amends.sms;

import amends.kernel.DutyRunner;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.JdbcDuties;
import amends.sms.jdbc.JdbcArrivalBook;
import amends.sms.jdbc.JdbcSmsBook;
import amends.sms.smpp.SmppGateway;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A process that does nothing but carry short messages, until it is killed or all are over. It says which answers the
 * database has.
 */
final class SenderProcess {
    static final int MESSAGES = 200;
    /** Longer than a transaction takes on a busy machine: who loses a lease while alive sends twice, marked. */
    private static final Duration LEASE = Duration.ofSeconds(2);

    private SenderProcess() {}

    static UUID id(int number) {
        return Ids.named("killed sender's message " + number);
    }

    static OutgoingSms message(int number) {
        var now = Timekeeper.system().now();
        return new OutgoingSms(
                id(number),
                new PhoneNumber("+86138001%05d".formatted(number)),
                "message " + number,
                Purpose.SURVEY,
                now,
                now.plus(Duration.ofHours(2)));
    }

    /** @param args the database's address, the centre's port */
    public static void main(String[] args) {
        var time = Timekeeper.system();
        var database = Database.open(new DatabaseAddress(args[0], "", ""), time);
        if (!database.awaitAvailable(Duration.ofSeconds(60)))
            throw new IllegalStateException("" + database.availability());
        var duties = new JdbcDuties(database);
        var book = new JdbcSmsBook(database, duties, time);
        var gateway = new SmppGateway(SmsHouse.settings(Integer.parseInt(args[1])), time);
        var office = new SmsOffice(
                new SmsOffice.Store(book, new JdbcArrivalBook(database), duties, telling(database)),
                gateway,
                "CN",
                time);
        var pace = new DutyRunner.Pace(Duration.ofMillis(100), LEASE, 6);
        var runner = new DutyRunner(duties, database, office.handlers(), time, pace, "sender").start();
        office.open(runner::nudge);
        while (!IntStream.range(0, MESSAGES)
                .allMatch(i -> book.courseOf(id(i)).orElseThrow().state().isOver()))
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        office.close();
        runner.close();
        database.close();
        say("over");
    }

    /** Says each acceptance once its transaction is kept. */
    private static Transactions telling(Database database) {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                T result = database.call(work);
                if (result instanceof Optional<?> course
                        && course.orElse(null) instanceof SmsCourse c
                        && c.state() == SmsCourse.State.ACCEPTED) say("stored " + c.sms());
                return result;
            }
        };
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
