package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contact.Contact;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.StoreRefused;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.survey.Occasion;
import amends.survey.Survey;
import amends.survey.jdbc.JdbcSurveys;
import amends.telephony.Direction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking customers as an agent's own login on PostgreSQL: enough to ask, not enough to answer. */
class SurveyGatesTest {
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");
    private static final PhoneNumber STRANGE = new PhoneNumber("+8613900139000");
    private final Timekeeper time = Timekeeper.system();
    private GatedHouse house;
    private Database mine;
    private JdbcSurveys surveys;

    @BeforeEach
    void open() {
        house = new GatedHouse();
        mine = house.as(house.agent);
        surveys = new JdbcSurveys(mine);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private UUID contact(Database database, UUID agent) {
        UUID id = Ids.next();
        new JdbcContacts(database, time, "desk")
                .save(new Contact(
                        id,
                        "call " + id,
                        Direction.INBOUND,
                        agent,
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
                        Contact.State.OPEN));
        return id;
    }

    private Survey survey(UUID contact, UUID agent, PhoneNumber number) {
        return new Survey(
                Survey.idFor(contact),
                contact,
                Occasion.CONTACT,
                agent,
                Optional.empty(),
                "",
                number,
                time.now(),
                time.now().plus(Duration.ofHours(48)),
                Survey.State.DUE,
                Optional.empty(),
                "");
    }

    @Test
    void an_agents_desk_asks_about_its_own_contact_once() {
        Survey survey = survey(contact(mine, house.agent.id()), house.agent.id(), MOBILE);

        assertThat(surveys.add(survey)).isTrue();
        assertThat(surveys.add(survey)).isFalse();
        assertThat(surveys.byId(survey.id())).contains(survey);
    }

    @Test
    void of_a_number_that_calls_it_is_known_who_asked_it_and_that_it_refused() {
        new JdbcSurveys(house.owner)
                .add(survey(contact(house.owner, house.colleague.id()), house.colleague.id(), MOBILE));
        new JdbcSurveys(house.owner).refuse(MOBILE, "T", time.now());
        assertThat(surveys.lastAsked(MOBILE, Optional.empty())).isEmpty();

        contact(mine, house.agent.id());
        assertThat(surveys.lastAsked(MOBILE, Optional.empty())).isPresent();
        assertThat(surveys.isRefused(MOBILE)).isTrue();
    }

    @Test
    void numbers_of_others_cannot_be_listed_nor_answers_be_made() throws Exception {
        new JdbcSurveys(house.owner)
                .add(survey(contact(house.owner, house.colleague.id()), house.colleague.id(), STRANGE));
        var plain = house.plain(house.agent);

        assertThat(ask(plain, "select number from survey")).isEmpty();
        assertThatThrownBy(() -> ask(plain, "update survey set score = 5")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> ask(plain, "select * from survey_answer")).isInstanceOf(SQLException.class);
    }

    @Test
    void nobody_scores_their_own_contact() throws Exception {
        UUID contact = contact(mine, house.agent.id());

        assertThatThrownBy(() -> new JdbcContacts(mine, time, "desk").score(contact, 5))
                .isInstanceOf(StoreRefused.class);
        assertThat(house.truth("select count(*) from contact where score is not null"))
                .containsExactly("0");
        new JdbcContacts(house.owner, time, "services").score(contact, 1);
        assertThat(new JdbcContacts(mine, time, "desk")
                        .byId(contact)
                        .orElseThrow()
                        .score())
                .contains(1);
    }
}
