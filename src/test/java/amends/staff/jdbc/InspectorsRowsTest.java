package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.SettableTime;
import amends.kernel.StoreRefused;
import amends.kernel.jdbc.Database;
import amends.quality.Criterion;
import amends.quality.Evaluation;
import amends.quality.InspectionList.Filter;
import amends.quality.InspectionList.Row;
import amends.quality.Inspector;
import amends.quality.Mark;
import amends.quality.NumberMask;
import amends.quality.Remark;
import amends.quality.Scorecard;
import amends.quality.ScorecardReader;
import amends.quality.jdbc.JdbcEvaluations;
import amends.quality.jdbc.JdbcInspectionList;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The inspector's page with an inspector's own login, and what an agent's login can do of it past the program. */
class InspectorsRowsTest {
    private static final Scorecard SHEET = ScorecardReader.standard();
    private static GatedHouse house;
    private static UUID recording;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
        recording = id();
        house.owner.handle(h -> h.execute("""
                insert into recording (id, call_id, agent, file, began, length, announced, state)
                values (?, 'call', ?, 'x.oga', now(), 0, false, 'SEALED')""", recording, house.colleague.id()));
        house.owner.handle(h -> h.execute("""
                insert into contact (id, call_id, direction, agent, number, queue, waited, began, recording, state, desk,
                seen) values (?, 'call', 'INBOUND', ?, '+8613800138000', '', 0, now(), ?, 'CLOSED', '', now())""", id(), house.colleague.id(), recording));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static Inspector as(StaffMember who, Database database) {
        var books = new Inspector.Books(
                new JdbcInspectionList(database, new NumberMask("CN")),
                new JdbcEvaluations(database),
                null,
                new GatedAuditTrail(database),
                database,
                SHEET);
        return new Inspector(who, books, new SettableTime());
    }

    private static Evaluation filled(Evaluation draft, String note) {
        Map<String, Mark> marks =
                SHEET.criteria().stream().collect(Collectors.toMap(Criterion::key, c -> Mark.of(c.steps())));
        return draft.filled(SHEET, marks, List.of(new Remark(Duration.ZERO, "here")), note);
    }

    @Test
    void an_inspector_lists_judges_keeps_and_reveals() {
        var inspector = as(house.inspector, house.as(house.inspector));
        Row row = inspector.page(Filter.NONE, Optional.empty(), 9).rows().getFirst();
        assertThat(row.number()).isEqualTo("138****8000");
        Evaluation draft = filled(inspector.sheet(row).draft(), "first");
        assertThat(inspector.draft(draft)).isTrue();
        Evaluation kept = inspector.keep(draft).orElseThrow();
        assertThat(inspector.sheet(row).before()).contains(kept);
        assertThat(inspector.draft(filled(draft, "changed"))).isFalse();
        assertThat(inspector.reveal(recording, "call back"))
                .isEqualTo(new Inspector.Revealing.Revealed("+8613800138000"));
        assertThat(house.truth("select why from audit where whom = ? and act = 'REVEAL_NUMBER'", recording))
                .containsExactly("call back");
    }

    @Test
    void an_agents_login_sees_nothing_of_it_and_judges_nobody() {
        Database agents = house.as(house.agent);
        var list = new JdbcInspectionList(agents, new NumberMask("CN"));
        assertThatThrownBy(() -> list.page(Filter.NONE, Optional.empty(), 9)).isInstanceOf(StoreRefused.class);
        assertThat(list.numberOf(recording)).isEmpty();
        var evaluations = new JdbcEvaluations(agents);
        assertThatThrownBy(() -> evaluations.keptOf(recording)).isInstanceOf(StoreRefused.class);
    }
}
