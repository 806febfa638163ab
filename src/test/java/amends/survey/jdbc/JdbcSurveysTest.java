package amends.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contact.Contact;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.survey.KeptReply;
import amends.survey.Occasion;
import amends.survey.ReplyKind;
import amends.survey.Survey;
import amends.survey.Survey.Answer;
import amends.survey.Survey.State;
import amends.telephony.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcSurveysTest {
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");
    private static final PhoneNumber OTHER = new PhoneNumber("+8613900139000");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcSurveys surveys;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        surveys = new JdbcSurveys(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID contact() {
        var contact = new Contact(
                Ids.next(),
                "call-1@desk",
                Direction.INBOUND,
                new UUID(1, 1),
                MOBILE.e164(),
                Optional.empty(),
                "support",
                Duration.ZERO,
                time.now(),
                Optional.of(time.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Contact.State.CLOSED);
        new JdbcContacts(database, time, "desk").save(contact);
        return contact.id();
    }

    private Survey survey(PhoneNumber number, Optional<UUID> customer) {
        UUID contact = contact();
        return new Survey(
                Survey.idFor(contact),
                contact,
                Occasion.CALLBACK,
                new UUID(1, 1),
                customer,
                "王建国",
                number,
                time.now(),
                time.now().plus(Duration.ofHours(48)),
                State.DUE,
                Optional.empty(),
                "");
    }

    private Survey added(PhoneNumber number) {
        Survey survey = survey(number, Optional.of(new UUID(2, 2)));
        assertThat(surveys.add(survey)).isTrue();
        time.pass(Duration.ofMinutes(1));
        return survey;
    }

    private static Survey standing(Survey s, State state, Optional<Answer> answer, String reason) {
        return new Survey(
                s.id(),
                s.contact(),
                s.occasion(),
                s.agent(),
                s.customer(),
                s.customerName(),
                s.number(),
                s.due(),
                s.expires(),
                state,
                answer,
                reason);
    }

    @Test
    void a_survey_comes_back_as_it_was_kept() {
        Survey survey = added(MOBILE);

        assertThat(surveys.byId(survey.id())).contains(survey);
        assertThat(surveys.byId(new UUID(9, 9))).isEmpty();
    }

    @Test
    void a_contact_is_asked_about_once() {
        Survey survey = added(MOBILE);

        assertThat(surveys.add(survey)).isFalse();
    }

    @Test
    void an_answer_comes_back_with_its_words_and_time() {
        Survey survey = added(MOBILE);
        Survey answered = standing(survey, State.ANSWERED, Optional.of(new Answer(5, "服务很好", time.now())), "");

        assertThat(surveys.change(answered, State.DUE)).isTrue();
        assertThat(surveys.byId(survey.id())).contains(answered);
    }

    @Test
    void a_survey_that_another_changed_meanwhile_is_not_overwritten() {
        Survey survey = added(MOBILE);
        surveys.change(standing(survey, State.OPTED_OUT, Optional.empty(), ""), State.DUE);

        assertThat(surveys.change(standing(survey, State.SENT, Optional.empty(), ""), State.DUE))
                .isFalse();
        assertThat(surveys.byId(survey.id()).orElseThrow().state()).isEqualTo(State.OPTED_OUT);
    }

    @Test
    void the_open_ones_of_a_number_come_latest_first() {
        Survey first = added(MOBILE);
        Survey ended = added(MOBILE);
        surveys.change(standing(ended, State.EXPIRED, Optional.empty(), ""), State.DUE);
        Survey last = added(MOBILE);
        added(OTHER);

        assertThat(surveys.openOf(MOBILE)).containsExactly(last, first);
    }

    @Test
    void the_latest_of_a_number_is_found_however_it_stands_but_not_before_it_is_due() {
        Survey first = added(MOBILE);
        Survey last = added(MOBILE);
        surveys.change(standing(last, State.EXPIRED, Optional.empty(), ""), State.DUE);

        assertThat(surveys.latestOf(MOBILE, time.now()).orElseThrow().id()).isEqualTo(last.id());
        assertThat(surveys.latestOf(MOBILE, first.due())).contains(first);
        assertThat(surveys.latestOf(OTHER, time.now())).isEmpty();
    }

    @Test
    void who_was_asked_is_known_by_number_and_by_customer() {
        Survey survey = added(MOBILE);

        assertThat(surveys.lastAsked(MOBILE, Optional.empty())).contains(survey.due());
        assertThat(surveys.lastAsked(OTHER, survey.customer())).contains(survey.due());
        assertThat(surveys.lastAsked(OTHER, Optional.of(new UUID(3, 3)))).isEmpty();
        assertThat(surveys.lastAsked(OTHER, Optional.empty())).isEmpty();
    }

    @Test
    void a_question_that_never_arrived_was_not_asked_one_that_nobody_answered_was() {
        Survey lost = added(MOBILE);
        surveys.change(standing(lost, State.EXPIRED, Optional.empty(), "UNDELIVERABLE"), State.DUE);
        assertThat(surveys.lastAsked(MOBILE, Optional.empty())).isEmpty();

        Survey silent = added(MOBILE);
        surveys.change(standing(silent, State.EXPIRED, Optional.empty(), ""), State.DUE);
        assertThat(surveys.lastAsked(MOBILE, Optional.empty())).contains(silent.due());
    }

    @Test
    void every_reply_is_kept_once_beside_the_survey() {
        Survey survey = added(MOBILE);
        var first = new KeptReply(Ids.next(), survey.id(), ReplyKind.COUNTED, "5", time.now());
        var second = new KeptReply(
                Ids.next(), survey.id(), ReplyKind.AGAIN, "1", time.now().plusSeconds(1));
        surveys.keep(first);
        surveys.keep(second);
        surveys.keep(first);

        assertThat(surveys.repliesTo(survey.id())).containsExactly(first, second);
    }

    @Test
    void a_refusal_holds_for_its_number_alone() {
        surveys.refuse(MOBILE, "退订", time.now());
        surveys.refuse(MOBILE, "T", time.now());

        assertThat(surveys.isRefused(MOBILE)).isTrue();
        assertThat(surveys.isRefused(OTHER)).isFalse();
    }

    @Test
    void keeping_a_survey_joins_the_transaction() {
        Survey survey = survey(MOBILE, Optional.empty());
        assertThatThrownBy(() -> database.run(() -> {
                    surveys.add(survey);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(surveys.byId(survey.id())).isEmpty();
    }
}
