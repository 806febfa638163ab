package amends.sms.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.sms.OutgoingSms;
import amends.sms.Purpose;
import amends.sms.SmsBook.Outcome;
import amends.sms.SmsBook.Sent;
import amends.sms.SmsCourse;
import amends.sms.SmsCourse.State;
import amends.sms.SmsGateway.Fate;
import amends.sms.SmsGateway.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcSmsBookTest {
    private static final PhoneNumber WANG = new PhoneNumber("+8613800138000");
    private static final Receipt RECEIPT = new Receipt("a1", WANG.e164(), Fate.DELIVERED, "id:a1 stat:DELIVRD");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private Duties duties;
    private JdbcSmsBook book;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        duties = new JdbcDuties(database);
        book = new JdbcSmsBook(database, duties, time);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private OutgoingSms sms() {
        Instant past = Instant.parse("2020-01-01T00:00:00.000001Z");
        return new OutgoingSms(Ids.next(), WANG, "请评分 1–5 😀", Purpose.SURVEY, past, past.plusSeconds(60));
    }

    private SmsCourse with(SmsCourse c, State state, boolean unsure, String messageId) {
        return new SmsCourse(
                c.sms(), c.purpose(), state, unsure, c.attempts() + 1, Optional.of(messageId), "why", time.now());
    }

    @Test
    void what_is_put_is_there_as_due() {
        OutgoingSms sms = sms();
        book.put(sms);

        assertThat(book.sms(sms.id())).contains(sms);
        assertThat(book.courseOf(sms.id()))
                .hasValueSatisfying(course -> assertThat(course)
                        .isEqualTo(new SmsCourse(
                                sms.id(), Purpose.SURVEY, State.DUE, false, 0, Optional.empty(), "", time.now())));
    }

    @Test
    void what_is_put_twice_is_there_once_with_its_two_duties() {
        OutgoingSms sms = sms();
        book.put(sms);
        book.put(sms);

        List<Duty> leased = duties.lease("me", Set.of("send-sms", "expire-sms"), Duration.ofMinutes(1), 9);
        assertThat(leased).hasSize(2).allMatch(duty -> duty.subject().equals(sms.id()));
    }

    @Test
    void what_is_put_goes_with_its_transaction() {
        OutgoingSms sms = sms();
        assertThatThrownBy(() -> database.run(() -> {
                    book.put(sms);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(book.courseOf(sms.id())).isEmpty();
        assertThat(duties.lease("me", Set.of("send-sms"), Duration.ofMinutes(1), 9))
                .isEmpty();
    }

    @Test
    void a_course_moves_only_from_where_it_is() {
        OutgoingSms sms = sms();
        book.put(sms);
        SmsCourse before = book.courseOf(sms.id()).orElseThrow();
        SmsCourse after = with(before, State.ACCEPTED, true, "a1");

        assertThat(book.move(before, after)).isTrue();
        assertThat(book.move(before, with(before, State.REFUSED, false, "b"))).isFalse();
        assertThat(book.courseOf(sms.id())).contains(after);
    }

    @Test
    void messages_are_found_by_what_the_network_calls_them_newest_first() {
        OutgoingSms first = sms();
        OutgoingSms second = sms();
        for (OutgoingSms sms : List.of(first, second)) {
            book.put(sms);
            SmsCourse before = book.courseOf(sms.id()).orElseThrow();
            time.pass(Duration.ofSeconds(1));
            book.move(before, with(before, State.ACCEPTED, false, "a1"));
        }

        assertThat(book.called(List.of("x", "a1")))
                .containsExactly(new Sent(second.id(), "a1", WANG), new Sent(first.id(), "a1", WANG));
        assertThat(book.called(List.of("x"))).isEmpty();
    }

    @Test
    void a_receipt_is_kept_once() {
        UUID id = book.keep(RECEIPT, time.now()).orElseThrow();

        assertThat(book.keep(RECEIPT, time.now())).isEmpty();
        assertThat(book.receipt(id)).contains(RECEIPT);
        assertThat(book.outcomesOf("a1")).containsExactly(Outcome.WAITING);
    }

    @Test
    void what_came_of_a_receipt_is_kept() {
        UUID id = book.keep(RECEIPT, time.now()).orElseThrow();
        book.settle(id, Outcome.UNKNOWN, Optional.empty());

        assertThat(book.outcomesOf("a1")).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void nothing_is_known_of_what_was_never_put() {
        assertThat(book.courseOf(Ids.next())).isEmpty();
        assertThat(book.sms(Ids.next())).isEmpty();
        assertThat(book.receipt(Ids.next())).isEmpty();
    }
}
