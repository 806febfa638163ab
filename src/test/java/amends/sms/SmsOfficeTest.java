package amends.sms;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.jdbc.Eventually;
import amends.simulation.SimulatedHandset;
import amends.simulation.SimulatedSmsc;
import amends.simulation.SmscConduct.Reaction;
import amends.simulation.SmscMessage;
import amends.sms.SmsBook.Outcome;
import amends.sms.SmsCourse.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: outbox, duty, SMPP over loopback, the simulated centre and its handsets, and back. */
class SmsOfficeTest {
    private static final String WANG = "+8613800138000";

    @TempDir
    Path folder;

    private SimulatedSmsc smsc;
    private SmsHouse house;

    @BeforeEach
    void open() throws Exception {
        smsc = SmsHouse.smsc();
        house = new SmsHouse(folder, smsc);
    }

    @AfterEach
    void close() {
        house.close();
        smsc.close();
    }

    private SmsCourse reaches(UUID sms, State state) {
        Eventually.holds(() -> assertThat(house.course(sms).state()).isEqualTo(state));
        return house.course(sms);
    }

    @Test
    void a_message_reaches_the_handset_and_its_receipt_comes_back() {
        UUID sms = house.send(WANG, "How was it? 1-5 {ok} €");

        SmsCourse course = reaches(sms, State.DELIVERED);
        assertThat(course.unsure()).isFalse();
        assertThat(course.attempts()).isEqualTo(1);
        assertThat(smsc.taken()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("How was it? 1-5 {ok} €");
            assertThat(message.to()).isEqualTo(WANG);
            assertThat(message.from()).isEqualTo(SmsHouse.SERVICE);
            assertThat(course.messageId()).contains(message.id());
        });
        assertThat(house.changes)
                .extracting(SmsCourse::state)
                .containsExactly(State.SUBMITTING, State.ACCEPTED, State.DELIVERED);
    }

    @Test
    void chinese_emoji_and_long_texts_arrive_as_one() {
        String text = "王先生，您好😀".repeat(40);
        UUID sms = house.send(WANG, text);

        reaches(sms, State.DELIVERED);
        assertThat(smsc.taken()).extracting(SmscMessage::text).containsExactly(text);
    }

    @Test
    void a_receipt_that_overtakes_its_answer_finds_the_message() {
        smsc.conduct((message, earlier) -> Reaction.TAKE_RECEIPT_FIRST);

        reaches(house.send(WANG, "hello"), State.DELIVERED);
    }

    @Test
    void a_receipt_that_comes_twice_is_counted_and_changes_nothing() {
        smsc.conduct((message, earlier) -> Reaction.TAKE_RECEIPT_TWICE);
        SmsCourse course = reaches(house.send(WANG, "hello"), State.DELIVERED);

        Eventually.holds(() -> assertThat(smsc.receiptsTaken()).isEqualTo(2));
        assertThat(house.book.outcomesOf(course.messageId().orElseThrow())).containsExactly(Outcome.APPLIED);
        assertThat(house.changes).hasSize(3);
    }

    @Test
    void a_handset_that_is_off_makes_it_undeliverable() {
        smsc.handset(SimulatedHandset.of(WANG).off());

        assertThat(reaches(house.send(WANG, "hello"), State.UNDELIVERABLE).reason())
                .contains("UNDELIV");
    }

    @Test
    void what_the_centre_refuses_is_not_sent_again() {
        smsc.conduct((message, earlier) -> Reaction.REFUSE);

        SmsCourse course = reaches(house.send(WANG, "hello"), State.REFUSED);
        assertThat(course.attempts()).isEqualTo(1);
        assertThat(course.reason()).contains("0x0000000B");
    }

    @Test
    void a_throttled_message_is_sent_again_and_is_not_unsure() {
        smsc.conduct((message, earlier) -> earlier == 0 ? Reaction.THROTTLE : Reaction.TAKE);

        SmsCourse course = reaches(house.send(WANG, "hello"), State.DELIVERED);
        assertThat(course.attempts()).isEqualTo(2);
        assertThat(course.unsure()).isFalse();
        assertThat(smsc.taken()).hasSize(1);
    }

    @Test
    void a_message_whose_answer_was_lost_is_sent_again_and_marked() {
        smsc.conduct((message, earlier) -> earlier == 0 ? Reaction.TAKE_AND_BREAK : Reaction.TAKE);

        SmsCourse course = reaches(house.send(WANG, "hello"), State.DELIVERED);
        assertThat(course.unsure()).isTrue();
        assertThat(smsc.taken()).hasSize(2);
    }

    @Test
    void a_broken_connection_is_made_again_and_what_waited_is_sent() {
        Eventually.holds(() -> assertThat(house.gateway.isReachable()).isTrue());
        smsc.cutAll();
        Eventually.holds(() -> assertThat(house.gateway.isReachable()).isFalse());

        SmsCourse course = reaches(house.send(WANG, "hello"), State.DELIVERED);
        assertThat(course.attempts()).isEqualTo(1);
    }

    @Test
    void a_message_too_late_is_not_sent() {
        smsc.cutAll();
        UUID sms = house.send(WANG, "hello", Duration.ofMillis(1));

        reaches(sms, State.EXPIRED);
        assertThat(smsc.taken()).isEmpty();
    }

    @Test
    void what_the_customer_answers_is_told_once() {
        smsc.handset(
                SimulatedHandset.of(WANG).answering(Duration.ZERO, "5 很满意😀").answering(Duration.ofMillis(100), "4"));
        house.send(WANG, "hello");

        Eventually.holds(() -> assertThat(house.incoming).hasSize(2));
        assertThat(house.incoming.getFirst()).satisfies(sms -> {
            assertThat(sms.from().e164()).isEqualTo(WANG);
            assertThat(sms.to()).isEqualTo(SmsHouse.SERVICE);
            assertThat(sms.text()).isEqualTo("5 很满意😀");
        });
        Eventually.holds(() -> assertThat(smsc.repliesTaken()).isEqualTo(2));
    }

    @Test
    void a_long_answer_in_parts_is_put_together() {
        String text = "x" + "等了很久😀".repeat(30);
        smsc.write(WANG, SmsHouse.SERVICE, text);

        Eventually.holds(() -> assertThat(house.incoming).hasSize(1));
        assertThat(house.incoming.getFirst().text()).isEqualTo(text);
        Eventually.holds(() -> assertThat(smsc.repliesTaken()).isEqualTo(3));
    }

    @Test
    void hostile_text_is_made_harmless() {
        smsc.write(WANG, SmsHouse.SERVICE, "\u202Eabc\u0000\u200B\r\ndef");

        Eventually.holds(() -> assertThat(house.incoming).hasSize(1));
        assertThat(house.incoming.getFirst().text()).isEqualTo("abc\ndef");
    }

    @Test
    void a_listener_that_fails_hears_of_it_again() {
        var failures = new java.util.concurrent.atomic.AtomicInteger();
        house.office.inbox().onIncoming(sms -> {
            if (failures.getAndIncrement() == 0) throw new IllegalStateException("not yet");
        });
        smsc.write(WANG, SmsHouse.SERVICE, "5");

        Eventually.holds(() -> assertThat(failures).hasValue(2));
        Eventually.holds(() -> assertThat(smsc.repliesTaken()).isEqualTo(1));
    }

    @Test
    void a_listener_of_courses_that_fails_does_not_make_it_go_twice() {
        house.office.courses().onChange(course -> {
            if (course.state() == State.ACCEPTED) throw new IllegalStateException("no");
        });

        reaches(house.send(WANG, "hello"), State.DELIVERED);
        assertThat(smsc.taken()).hasSize(1);
    }
}
