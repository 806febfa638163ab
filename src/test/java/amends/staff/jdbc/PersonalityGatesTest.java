package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerGate.Look;
import amends.customer.CustomerProfile;
import amends.customer.jdbc.JdbcCustomerGate;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.personality.Objection;
import amends.personality.Parameters;
import amends.personality.Sheet;
import amends.personality.jdbc.JdbcLearnedParameters;
import amends.personality.jdbc.JdbcMarks;
import amends.personality.jdbc.JdbcObjections;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an agent's own login on PostgreSQL may do with what was seen of customers. */
class PersonalityGatesTest {
    private static final Timekeeper TIME = Timekeeper.system();
    private static GatedHouse house;
    private static CustomerProfile wang;
    private static CustomerProfile chen;
    private static JdbcMarks marks;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
        wang = house.customer("王建国", "+8613800138000");
        chen = house.customer("陈静", "+8613900139000");
        Database mine = house.as(house.agent);
        marks = new JdbcMarks(mine, ZoneId.of("Asia/Shanghai"), TIME);
        new JdbcCustomerGate(mine).byNumber(new PhoneNumber("+8613800138000"), Look.of(house.agent, "call 1"));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static Sheet sheet(UUID contact, CustomerProfile of, UUID observer) {
        return new Sheet(contact, of.id(), observer, TIME.now(), 1, Map.of(Behaviour.STAYS_POLITE, true));
    }

    private static void refused(String sql) throws Exception {
        var mine = house.plain(house.agent);
        assertThatThrownBy(() -> ask(mine, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void an_agent_marks_and_corrects_what_they_saw_of_whom_they_deal_with() {
        UUID contact = Ids.next();
        marks.keep(sheet(contact, wang, house.agent.id()));
        marks.keep(sheet(contact, wang, house.agent.id()));

        assertThat(marks.of(wang.id())).anyMatch(e -> e.marks().size() == 1);
    }

    @Test
    void nobody_marks_in_another_s_name_or_of_somebody_they_do_not_deal_with() {
        assertThatThrownBy(() -> marks.keep(sheet(Ids.next(), wang, house.colleague.id())));
        assertThatThrownBy(() -> marks.keep(sheet(Ids.next(), chen, house.agent.id())));
        assertThat(marks.of(chen.id())).isEmpty();
    }

    @Test
    void what_was_seen_of_others_is_not_seen() throws Exception {
        var colleague = house.plain(house.colleague);
        marks.keep(sheet(Ids.next(), wang, house.agent.id()));

        assertThat(ask(colleague, "select behaviour from personality_mark")).isEmpty();
        assertThat(ask(colleague, "select reason from personality_objection")).isEmpty();
    }

    @Test
    void an_objection_is_one_s_own_and_stays() throws Exception {
        var objections = new JdbcObjections(house.as(house.agent));
        objections.add(
                new Objection(Ids.next(), wang.id(), house.agent.id(), TIME.now(), CustomerType.RESERVED, "听来不是这样"));

        assertThat(objections.of(wang.id())).hasSize(1);
        refused("delete from personality_objection");
        refused("update personality_objection set reason = 'x'");
    }

    @Test
    void what_was_learned_is_read_and_not_written_and_habits_are_those_of_who_saw_my_customers() throws Exception {
        var p = Parameters.SHIPPED;
        marks.keep(sheet(Ids.next(), wang, house.agent.id()));
        new JdbcLearnedParameters(house.owner)
                .keep(
                        Ids.next(),
                        TIME.now(),
                        10,
                        new Parameters(
                                p.expressiveShare(),
                                p.mistake(),
                                p.severityPush(),
                                p.moodSpread(),
                                p.habitSpread(),
                                p.halfLifeDays(),
                                p.shares(),
                                Map.of(
                                        house.agent.id().toString(), new Parameters.Habit(.1, .1),
                                        house.colleague.id().toString(), new Parameters.Habit(.2, .1))));

        assertThat(new JdbcLearnedParameters(house.as(house.agent)).latest())
                .hasValueSatisfying(found -> assertThat(found.habits())
                        .containsOnlyKeys(house.agent.id().toString()));
        refused("insert into personality_share values ('RESERVED', 'X', 0)");
        refused("delete from personality_habit");
    }
}
