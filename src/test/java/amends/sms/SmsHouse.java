package amends.sms;

import amends.kernel.DutyRunner;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Secret;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.TestEngine;
import amends.simulation.SimulatedSmsc;
import amends.simulation.SmscAccount;
import amends.sms.jdbc.JdbcArrivalBook;
import amends.sms.jdbc.JdbcSmsBook;
import amends.sms.smpp.SmppGateway;
import amends.sms.smpp.SmppSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The room as the app wires it, on a real database and real sockets to a simulated centre. */
public final class SmsHouse implements AutoCloseable {
    public static final SmscAccount ACCOUNT = new SmscAccount("amends", "secret");
    public static final String SERVICE = "10690";
    public static final Duration AT_ONCE = Duration.ofMillis(20);
    public final Timekeeper time = Timekeeper.system();
    public final List<IncomingSms> incoming = new CopyOnWriteArrayList<>();
    public final List<SmsCourse> changes = new CopyOnWriteArrayList<>();
    public final Database database;
    public final SmsBook book;
    public final SmsOffice office;
    public final SmppGateway gateway;
    private final DutyRunner runner;

    public SmsHouse(Path folder, SimulatedSmsc smsc) {
        this(TestEngine.H2.open(folder), smsc.port());
    }

    public SmsHouse(Database database, int port) {
        this.database = database;
        var duties = new JdbcDuties(database);
        book = new JdbcSmsBook(database, duties, time);
        gateway = new SmppGateway(settings(port), time);
        office = new SmsOffice(
                new SmsOffice.Store(book, new JdbcArrivalBook(database), duties, database), gateway, "CN", time);
        office.inbox().onIncoming(incoming::add);
        office.courses().onChange(changes::add);
        var pace = new DutyRunner.Pace(Duration.ofMillis(50), Duration.ofSeconds(2), 8);
        runner = new DutyRunner(duties, database, office.handlers(), time, pace, "test").start();
        office.open(runner::nudge);
    }

    public static SmppSettings settings(int port) {
        return new SmppSettings(
                "127.0.0.1",
                port,
                ACCOUNT.systemId(),
                Secret.of(ACCOUNT.password()),
                "",
                SERVICE,
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                10,
                200);
    }

    public static SimulatedSmsc smsc() throws IOException {
        return SimulatedSmsc.open(0, List.of(ACCOUNT), AT_ONCE, Timekeeper.system());
    }

    public UUID send(String to, String text) {
        return send(to, text, Duration.ofHours(1));
    }

    public UUID send(String to, String text, Duration validity) {
        UUID id = Ids.next();
        book.put(new OutgoingSms(
                id,
                new PhoneNumber(to),
                text,
                Purpose.SURVEY,
                time.now(),
                time.now().plus(validity)));
        runner.nudge();
        return id;
    }

    public SmsCourse course(UUID sms) {
        return book.courseOf(sms).orElseThrow();
    }

    @Override
    public void close() {
        office.close();
        runner.close();
        database.close();
    }
}
