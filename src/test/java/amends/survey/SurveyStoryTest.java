package amends.survey;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.DutyRunner;
import amends.kernel.Ids;
import amends.kernel.jdbc.Eventually;
import amends.kernel.jdbc.JdbcDuties;
import amends.recovery.Callback;
import amends.recovery.CallbackRules;
import amends.recovery.Complaint;
import amends.recovery.RecoveryStore;
import amends.recovery.StoringComplaintIntake;
import amends.recovery.jdbc.JdbcCallbacks;
import amends.recovery.jdbc.JdbcComplaints;
import amends.recovery.jdbc.JdbcFailures;
import amends.simulation.SimulatedHandset;
import amends.simulation.SimulatedSmsc;
import amends.simulation.SmscMessage;
import amends.sms.SmsCourse;
import amends.sms.SmsHouse;
import amends.survey.Survey.State;
import amends.survey.jdbc.JdbcSurveys;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the closing of a contact to the score on it: a real database, SMPP over loopback, simulated handsets. */
class SurveyStoryTest {
    private static final UUID AGENT = new UUID(1, 1001);
    private static final String WANG = "+8613800138000";
    private static final Duration LONG = Duration.ofHours(48);
    private static final Duration SHORT = Duration.ofMillis(700);

    @TempDir
    Path folder;

    private SimulatedSmsc smsc;
    private SmsHouse house;
    private JdbcSurveys surveys;
    private JdbcContacts contacts;
    private JdbcComplaints complaints;
    private JdbcCallbacks callbacks;
    private DutyRunner runner;
    private final QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON, ZoneId.of("Asia/Shanghai"));

    @BeforeEach
    void open() throws Exception {
        smsc = SmsHouse.smsc();
        house = new SmsHouse(folder, smsc);
        var duties = new JdbcDuties(house.database);
        surveys = new JdbcSurveys(house.database);
        contacts = new JdbcContacts(house.database, house.time, "desk");
        complaints = new JdbcComplaints(house.database);
        callbacks = new JdbcCallbacks(house.database);
        var kept = new RecoveryStore(house.database, complaints, callbacks, new JdbcFailures(house.database), duties);
        var intake = new StoringComplaintIntake(kept, CallbackRules.usual(none.zone()));
        house.office
                .inbox()
                .onIncoming(new SurveyAnswers(surveys, contacts, intake, house.office.courses(), policy(LONG)));
        house.office.courses().onChange(new SurveyDelivery(surveys));
        runner = new DutyRunner(
                        duties,
                        house.database,
                        List.of(new SurveyExpiry(surveys)),
                        house.time,
                        new DutyRunner.Pace(Duration.ofMillis(50), Duration.ofSeconds(5), 4),
                        "surveys")
                .start();
    }

    @AfterEach
    void close() {
        runner.close();
        house.close();
        smsc.close();
    }

    private SurveyPolicy policy(Duration expires) {
        return new SurveyPolicy(true, Duration.ofDays(7), expires, none, 2, SurveyWording.ZH_CN, "");
    }

    private Contact contact(Direction direction) {
        Instant now = house.time.now();
        UUID id = Ids.next();
        return new Contact(
                id,
                "call-" + id,
                direction,
                AGENT,
                WANG,
                Optional.empty(),
                "support",
                Duration.ofSeconds(30),
                now.minusSeconds(300),
                Optional.of(now.minusSeconds(290)),
                Optional.of(now.minusSeconds(20)),
                Optional.of(ClearCause.REMOTE_HANGUP),
                Optional.empty(),
                Optional.of(new WrapUp(Disposition.SOLVED, "补寄账单")),
                Contact.State.CLOSED);
    }

    private UUID closes(Contact contact, Duration expires) {
        return closes(contact, policy(expires));
    }

    private UUID closes(Contact contact, SurveyPolicy policy) {
        var store = new SurveyStore(surveys, callbacks, house.book, new JdbcDuties(house.database));
        var asking = new SurveyAsking(store, new KnownCallers(), policy, "CN", house.time);
        house.database.run(() -> {
            contacts.save(contact);
            asking.accept(contact);
        });
        return contact.id();
    }

    private UUID closes() {
        return closes(contact(Direction.INBOUND), LONG);
    }

    private Survey of(UUID contact) {
        return surveys.byId(Survey.idFor(contact)).orElseThrow();
    }

    private Optional<Integer> score(UUID contact) {
        return contacts.byId(contact).orElseThrow().score();
    }

    private void comesTo(UUID contact, State state) {
        Eventually.holds(() -> assertThat(of(contact).state()).isEqualTo(state));
    }

    private void replies(UUID contact, ReplyKind... kinds) {
        Eventually.holds(() -> assertThat(surveys.repliesTo(Survey.idFor(contact)))
                .extracting(KeptReply::kind)
                .containsExactly(kinds));
    }

    private void answers(String... texts) {
        var handset = SimulatedHandset.of(WANG);
        for (int i = 0; i < texts.length; i++) handset = handset.answering(Duration.ofMillis(100L * i), texts[i]);
        smsc.handset(handset);
    }

    private void writes(String text) {
        smsc.write(WANG, SmsHouse.SERVICE, text);
    }

    @Test
    void a_good_score_lands_on_the_contact_with_its_words() {
        answers("5 服务很好");
        UUID contact = closes();

        comesTo(contact, State.ANSWERED);
        assertThat(score(contact)).contains(5);
        assertThat(of(contact).answer().orElseThrow().words()).isEqualTo("服务很好");
        assertThat(smsc.taken())
                .extracting(SmscMessage::text)
                .singleElement()
                .asString()
                .contains("1到5", "回复T退订");
        assertThat(complaints.openOf(AGENT, 10)).isEmpty();
    }

    @Test
    void a_low_score_makes_one_complaint_with_a_callback_by_the_contacts_agent() {
        answers("1 等了半小时", "1");
        UUID contact = closes();

        replies(contact, ReplyKind.COUNTED, ReplyKind.AGAIN);
        assertThat(complaints.openOf(AGENT, 10)).singleElement().satisfies(complaint -> {
            assertThat(complaint.source()).isEqualTo(Complaint.Source.LOW_SCORE);
            assertThat(complaint.contact()).contains(contact);
            assertThat(complaint.what()).isEqualTo("等了半小时");
            assertThat(callbacks.ofComplaint(complaint.id())).singleElement().satisfies(callback -> {
                assertThat(callback.owner()).isEqualTo(AGENT);
                assertThat(callback.number().e164()).isEqualTo(WANG);
                assertThat(callback.state()).isEqualTo(Callback.State.SCHEDULED);
            });
        });
    }

    @Test
    void a_second_answer_never_overwrites_the_first() {
        UUID contact = closes();
        comesTo(contact, State.DELIVERED);
        writes("4");
        replies(contact, ReplyKind.COUNTED);
        writes("1");

        replies(contact, ReplyKind.COUNTED, ReplyKind.AGAIN);
        assertThat(score(contact)).contains(4);
        assertThat(complaints.openOf(AGENT, 10)).isEmpty();
    }

    @Test
    void what_cannot_be_read_leaves_room_for_a_better_answer() {
        UUID contact = closes();
        comesTo(contact, State.DELIVERED);
        writes("abc");
        replies(contact, ReplyKind.UNREADABLE);
        writes("3");

        replies(contact, ReplyKind.UNREADABLE, ReplyKind.COUNTED);
        assertThat(score(contact)).contains(3);
    }

    @Test
    void an_answer_after_the_questions_time_is_kept_apart() {
        UUID contact = closes(contact(Direction.INBOUND), SHORT);
        comesTo(contact, State.EXPIRED);
        writes("1");

        replies(contact, ReplyKind.LATE);
        assertThat(score(contact)).isEmpty();
        assertThat(complaints.openOf(AGENT, 10)).isEmpty();
    }

    @Test
    void a_refusal_is_obeyed_at_once() {
        answers("退订");
        UUID contact = closes();
        comesTo(contact, State.OPTED_OUT);
        replies(contact, ReplyKind.REFUSAL);

        UUID next = closes();
        assertThat(surveys.byId(Survey.idFor(next))).isEmpty();
    }

    @Test
    void a_question_that_waits_for_the_morning_is_held_back_when_the_customer_refuses() {
        LocalTime now = LocalTime.ofInstant(house.time.now(), none.zone());
        var night = new QuietHours(now.minusHours(1), now.plusHours(1), none.zone());
        UUID contact = closes(
                contact(Direction.INBOUND), new SurveyPolicy(true, LONG, LONG, night, 2, SurveyWording.ZH_CN, ""));
        assertThat(of(contact).state()).isEqualTo(State.DUE);
        writes("T");

        comesTo(contact, State.OPTED_OUT);
        assertThat(house.course(Survey.idFor(contact)).state()).isEqualTo(SmsCourse.State.EXPIRED);
        assertThat(smsc.taken()).isEmpty();
    }

    @Test
    void a_customer_asked_a_moment_ago_is_left_in_peace_but_asked_after_our_callback() {
        answers("1");
        UUID first = closes();
        comesTo(first, State.ANSWERED);
        assertThat(surveys.byId(Survey.idFor(closes()))).isEmpty();

        Complaint complaint = complaints.openOf(AGENT, 1).getFirst();
        Callback due = callbacks.ofComplaint(complaint.id()).getFirst();
        callbacks.change(due, attempting(due));
        UUID second = closes(contact(Direction.OUTBOUND), LONG);

        comesTo(second, State.DELIVERED);
        assertThat(of(second).occasion()).isEqualTo(Occasion.CALLBACK);
        writes("5");
        replies(second, ReplyKind.COUNTED);
        assertThat(score(second)).contains(5);
        assertThat(score(first)).contains(1);
    }

    private static Callback attempting(Callback c) {
        return new Callback(
                c.id(),
                c.complaint(),
                c.customer(),
                c.number(),
                c.owner(),
                c.due(),
                Callback.State.ATTEMPTING,
                1,
                c.late(),
                Optional.empty());
    }

    @Test
    void a_call_of_ours_that_is_no_callback_is_not_asked_about() {
        assertThat(surveys.byId(Survey.idFor(closes(contact(Direction.OUTBOUND), LONG))))
                .isEmpty();
    }

    @Test
    void a_handset_that_cannot_be_reached_ends_the_survey_with_the_reason() {
        smsc.handset(SimulatedHandset.of(WANG).off());
        UUID contact = closes();

        comesTo(contact, State.EXPIRED);
        assertThat(of(contact).reason()).startsWith("UNDELIVERABLE");
    }

    @Test
    void closing_the_same_contact_again_asks_nobody_again() {
        Contact contact = contact(Direction.INBOUND);
        closes(contact, LONG);
        closes(contact, LONG);

        comesTo(contact.id(), State.DELIVERED);
        assertThat(smsc.taken()).hasSize(1);
    }

    @Test
    void a_message_of_somebody_who_was_never_asked_is_not_ours_unless_it_refuses() {
        closes();
        smsc.write("+8613900139000", SmsHouse.SERVICE, "5");
        smsc.write("+8613900139000", SmsHouse.SERVICE, "T");

        Eventually.holds(() -> assertThat(surveys.isRefused(new amends.kernel.PhoneNumber("+8613900139000")))
                .isTrue());
    }
}
