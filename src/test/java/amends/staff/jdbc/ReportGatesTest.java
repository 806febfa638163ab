package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Ids;
import amends.report.Cut;
import amends.report.Figure;
import amends.report.Span;
import amends.report.jdbc.JdbcTallies;
import amends.report.jdbc.ReportRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures, suggestions and cases with people's own logins. */
class ReportGatesTest {
    private static final Instant THEN = Instant.parse("2026-03-04T00:00:00Z");
    private static final List<Span> YEAR =
            List.of(new Span(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z")));
    private static GatedHouse house;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
        var rows = new ReportRows(house.owner);
        rows.contact(house.agent.id(), rows.customer("GOLD"), THEN, "SOLVED", 5);
        rows.contact(house.colleague.id(), rows.customer("VIP"), THEN, "SOLVED", 1);
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static void refused(Connection mine, String sql) {
        assertThatThrownBy(() -> ask(mine, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }

    @Test
    void an_agent_counts_their_own_work_and_a_lead_everybody_s_by_tier() {
        var mine = new JdbcTallies(house.as(house.agent), true)
                .count(Figure.SATISFACTION, YEAR, Optional.of(Cut.TIER), Optional.of(house.agent.id()), THEN);
        assertThat(mine).singleElement().satisfies(t -> assertThat(t.group()).isEqualTo("GOLD"));
        var all = new JdbcTallies(house.as(house.lead), true)
                .count(Figure.SATISFACTION, YEAR, Optional.of(Cut.TIER), Optional.empty(), THEN);
        assertThat(all).hasSize(2);
    }

    @Test
    void nobody_but_a_lead_reads_the_views_of_all() throws Exception {
        for (var who : List.of(house.agent, house.expert, house.inspector))
            refused(house.plain(who), "select * from report_contact");
        assertThat(ask(house.plain(house.colleague), "select score from gate.my_report_contact"))
                .containsExactly("1");
        refused(house.plain(house.inspector), "select * from gate.my_report_contact");
    }

    @Test
    void a_suggestion_is_filed_in_one_s_own_name_and_decided_by_a_lead() throws Exception {
        var id = Ids.next();
        String insert = "insert into improvement (id, filed_by, at, screen, what, state, answer, changed)"
                + " values ('%s', '%s', now(), 'DESK', 'x', '%s', '', now())";
        Connection mine = house.plain(house.agent);
        refused(mine, insert.formatted(Ids.next(), house.colleague.id(), "FILED"));
        refused(mine, insert.formatted(Ids.next(), house.agent.id(), "DONE"));
        ask(mine, insert.formatted(id, house.agent.id(), "FILED"));
        refused(mine, "update improvement set state = 'DONE'");
        assertThat(ask(house.plain(house.colleague), "select id from improvement"))
                .isEmpty();
        assertThat(ask(house.plain(house.lead), "select id from improvement")).containsExactly(id.toString());
        refused(house.plain(house.lead), "update improvement set what = 'other'");
    }

    @Test
    void only_experts_and_leads_publish_articles() {
        for (var who : List.of(house.agent, house.inspector)) {
            assertThatThrownBy(() -> ask(house.plain(who), "update article set state = 'RETIRED'"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> ask(house.plain(who), "delete from recovery_case"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
