package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may write, see and use up a way into a live call, with people's own logins. */
class VisitGatesTest {
    private static GatedHouse house;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static String grant(UUID lead, UUID agent, String until) {
        return "insert into visit_grant (id, lead, lead_extension, agent, call_id, mode, proof, made, until, outcome)"
                + " values (gen_random_uuid(), '" + lead + "', '1005', '" + agent
                + "', 'call', 'LISTEN', 'proof', now(), now() + interval '" + until + "', '') returning id";
    }

    private static void refused(Connection mine, String sql) {
        assertThatThrownBy(() -> ask(mine, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }

    @Test
    void only_a_lead_writes_one_in_their_own_name_and_for_a_moment() throws Exception {
        var agent = house.agent.id();
        refused(house.plain(house.agent), grant(house.agent.id(), house.colleague.id(), "20 seconds"));
        refused(house.plain(house.colleague), grant(house.lead.id(), agent, "20 seconds"));
        refused(house.plain(house.expert), grant(house.expert.id(), agent, "20 seconds"));
        refused(house.plain(house.lead), grant(house.colleague.id(), agent, "20 seconds"));
        refused(house.plain(house.lead), grant(house.lead.id(), agent, "1 hour"));
        assertThat(ask(house.plain(house.lead), grant(house.lead.id(), agent, "20 seconds")))
                .hasSize(1);
    }

    @Test
    void its_agent_uses_it_up_and_others_neither_see_nor_touch_it() throws Exception {
        String id = ask(house.plain(house.lead), grant(house.lead.id(), house.agent.id(), "20 seconds"))
                .getFirst();
        String use = "update visit_grant set used = now() where id = '" + id + "' returning id";
        String move = "update visit_grant set until = now() + interval '1 day' where id = '" + id + "' returning id";

        assertThat(ask(house.plain(house.colleague), "select id from visit_grant where id = '" + id + "'"))
                .isEmpty();
        assertThat(ask(house.plain(house.colleague), use)).isEmpty();
        refused(house.plain(house.agent), move);
        refused(house.plain(house.lead), move);
        refused(house.plain(house.lead), "delete from visit_grant");
        assertThat(ask(house.plain(house.agent), use)).containsExactly(id);
    }
}
