package amends.sms;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.DutyHandler.Result;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.TestEngine;
import amends.sms.SmsBook.Outcome;
import amends.sms.SmsCourse.State;
import amends.sms.SmsGateway.Answer;
import amends.sms.SmsGateway.Arrival;
import amends.sms.SmsGateway.Fate;
import amends.sms.SmsGateway.Part;
import amends.sms.SmsGateway.Receipt;
import amends.sms.jdbc.JdbcArrivalBook;
import amends.sms.jdbc.JdbcSmsBook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room's duties one by one, with a network and a clock that do as they are told. */
class SmsHandlersTest {
    private static final PhoneNumber WANG = new PhoneNumber("+8613800138000");
    private static final Duration LEASE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private final FakeGateway gateway = new FakeGateway();
    private final List<IncomingSms> incoming = new ArrayList<>();
    private int storeFailures;
    private Database database;
    private JdbcDuties duties;
    private SmsBook book;
    private SmsOffice office;

    @BeforeEach
    void open() {
        database = TestEngine.H2.open(folder);
        duties = new JdbcDuties(database);
        book = new JdbcSmsBook(database, duties, time);
        office = new SmsOffice(
                new SmsOffice.Store(book, new JdbcArrivalBook(database), duties, failing()), gateway, "CN", time);
        office.inbox().onIncoming(incoming::add);
        office.open(() -> {});
    }

    @AfterEach
    void close() {
        office.close();
        database.close();
    }

    private Transactions failing() {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                if (storeFailures > 0 && storeFailures-- > 0) throw new StoreUnavailable("away", null);
                return database.call(work);
            }
        };
    }

    private UUID put() {
        var sms = new OutgoingSms(
                Ids.next(),
                WANG,
                "hello",
                Purpose.SURVEY,
                time.now(),
                time.now().plus(Duration.ofHours(1)));
        book.put(sms);
        return sms.id();
    }

    private DutyHandler handler(String kind) {
        return office.handlers().stream()
                .filter(handler -> handler.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Result carryOut(String kind, UUID subject, int attempts) {
        return handler(kind).carryOut(new Duty(Ids.next(), kind, subject, time.now(), attempts));
    }

    /** Every duty of the kind; by the database's clock all are due, the test's is months behind. */
    private void carryOutAll(String kind) {
        duties.lease("me", Set.of(kind), LEASE, 99).forEach(duty -> carryOut(kind, duty.subject(), 1));
    }

    private SmsCourse course(UUID sms) {
        return book.courseOf(sms).orElseThrow();
    }

    @Test
    void an_answer_is_kept_although_the_database_is_away_when_it_comes() {
        UUID sms = put();
        gateway.answers = submission -> {
            storeFailures = 3;
            return new Answer.Taken("id-1");
        };

        assertThat(carryOut("send-sms", sms, 1)).isEqualTo(new Result.Done());
        assertThat(course(sms).state()).isEqualTo(State.ACCEPTED);
        assertThat(course(sms).unsure()).isFalse();
    }

    @Test
    void a_message_found_in_hand_of_a_dead_one_is_sent_again_and_marked() {
        UUID sms = put();
        gateway.answers = submission -> {
            throw new IllegalStateException("killed");
        };
        try {
            carryOut("send-sms", sms, 1);
        } catch (IllegalStateException killed) {
            gateway.answers = submission -> new Answer.Taken("id-2");
        }

        carryOut("send-sms", sms, 2);
        assertThat(course(sms).state()).isEqualTo(State.ACCEPTED);
        assertThat(course(sms).unsure()).isTrue();
        assertThat(course(sms).attempts()).isEqualTo(2);
    }

    @Test
    void a_message_whose_answer_is_kept_is_never_sent_again() {
        UUID sms = put();
        carryOut("send-sms", sms, 1);

        assertThat(carryOut("send-sms", sms, 2)).isEqualTo(new Result.Done());
        assertThat(gateway.submitted).hasSize(1);
    }

    @Test
    void what_surely_did_not_leave_is_due_again_and_not_unsure() {
        UUID sms = put();
        gateway.answers = submission -> new Answer.NotSent("no link");

        assertThat(carryOut("send-sms", sms, 1)).isInstanceOf(Result.Again.class);
        assertThat(course(sms).state()).isEqualTo(State.DUE);
        assertThat(course(sms).unsure()).isFalse();
    }

    @Test
    void a_centre_that_never_has_time_is_left_in_the_end() {
        UUID sms = put();
        gateway.answers = submission -> new Answer.NotNow("throttled");
        Result result = carryOut("send-sms", sms, 1);
        var pauses = new ArrayList<Duration>();
        while (result instanceof Result.Again(Duration in, String reason)) {
            pauses.add(in);
            result = carryOut("send-sms", sms, 1);
        }

        assertThat(course(sms).state()).isEqualTo(State.REFUSED);
        assertThat(pauses).isSorted().endsWith(Duration.ofMinutes(15));
    }

    @Test
    void nothing_is_begun_while_there_is_no_way() {
        gateway.reachable = false;

        assertThat(handler("send-sms").isReady()).isFalse();
        assertThat(handler("expire-sms").isReady()).isTrue();
    }

    @Test
    void a_message_that_nobody_could_send_expires() {
        UUID sms = put();
        carryOut("expire-sms", sms, 1);

        assertThat(course(sms).state()).isEqualTo(State.EXPIRED);
        carryOut("send-sms", sms, 1);
        assertThat(gateway.submitted).isEmpty();
    }

    @Test
    void a_receipt_of_an_unknown_message_is_kept_apart_in_the_end() {
        gateway.receiver.receipt(new Receipt("nobody's", WANG.e164(), Fate.DELIVERED, "x"));
        UUID receipt = duties.lease("me", Set.of("match-sms-receipt"), LEASE, 1)
                .getFirst()
                .subject();
        int attempts = 1;
        while (carryOut("match-sms-receipt", receipt, attempts) instanceof Result.Again) attempts++;

        assertThat(attempts).isEqualTo(5);
        assertThat(book.outcomesOf("nobody's")).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void a_receipt_that_writes_the_id_in_decimal_finds_the_message_that_was_named_in_hexadecimal() {
        UUID sms = put();
        gateway.answers = submission -> new Answer.Taken("1A2B");
        carryOut("send-sms", sms, 1);
        gateway.receiver.receipt(new Receipt("6699", "13800138000", Fate.DELIVERED, "x"));
        carryOutAll("match-sms-receipt");

        assertThat(course(sms).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void a_receipt_from_another_number_is_not_of_this_message() {
        UUID sms = put();
        carryOut("send-sms", sms, 1);
        gateway.receiver.receipt(new Receipt("id-1", "+8613900000000", Fate.DELIVERED, "x"));
        carryOutAll("match-sms-receipt");

        assertThat(course(sms).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void an_interim_receipt_changes_nothing_and_the_last_one_does() {
        UUID sms = put();
        carryOut("send-sms", sms, 1);
        gateway.receiver.receipt(new Receipt("id-1", "", Fate.UNDECIDED, "ENROUTE"));
        gateway.receiver.receipt(new Receipt("id-1", "", Fate.UNDELIVERABLE, "UNDELIV"));
        gateway.receiver.receipt(new Receipt("id-1", "", Fate.DELIVERED, "late"));
        carryOutAll("match-sms-receipt");

        assertThat(course(sms).state().isOver()).isTrue();
        assertThat(book.outcomesOf("id-1")).containsExactlyInAnyOrder(Outcome.LEFT, Outcome.APPLIED, Outcome.LEFT);
    }

    private static Arrival arrival(String connection, String from, String text, Part part) {
        return new Arrival(connection, from + text, false, from, "10690", text, Optional.ofNullable(part));
    }

    @Test
    void what_is_repeated_after_a_reconnect_is_one_message() {
        gateway.receiver.received(arrival("one", WANG.e164(), "5", null));
        gateway.receiver.received(arrival("two", WANG.e164(), "5", null));
        carryOutAll("tell-incoming-sms");

        assertThat(incoming).singleElement().extracting(IncomingSms::text).isEqualTo("5");
    }

    @Test
    void who_writes_the_same_twice_has_written_twice() {
        gateway.receiver.received(arrival("one", WANG.e164(), "5", null));
        gateway.receiver.received(arrival("one", WANG.e164(), "5", null));
        carryOutAll("tell-incoming-sms");

        assertThat(incoming).hasSize(2);
    }

    @Test
    void a_message_of_which_a_part_stays_away_is_told_with_a_gap() {
        gateway.receiver.received(arrival("one", WANG.e164(), "end", new Part(7, 3, 3)));
        gateway.receiver.received(arrival("one", WANG.e164(), "begin ", new Part(7, 1, 3)));
        time.pass(Duration.ofMinutes(11));
        carryOutAll("assemble-sms");
        carryOutAll("tell-incoming-sms");

        assertThat(incoming).singleElement().extracting(IncomingSms::text).isEqualTo("begin […]end");
    }

    @Test
    void a_message_from_no_telephone_is_kept_and_not_told() {
        gateway.receiver.received(arrival("one", "BANK", "win a prize", null));
        carryOutAll("tell-incoming-sms");

        assertThat(incoming).isEmpty();
    }
}
