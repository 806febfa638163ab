package amends.staff.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.staff.Improvement;
import amends.staff.Improvement.State;
import amends.staff.ImprovementBox;
import amends.staff.ImprovementBox.Outcome.Kept;
import amends.staff.ImprovementBox.Outcome.Refused;
import amends.staff.ImprovementBox.Reason;
import amends.staff.NotPermitted;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.time.Duration;
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
class JdbcImprovementsTest {
    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcImprovements improvements;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        improvements = new JdbcImprovements(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ImprovementBox of(String login, Role role) {
        var member = new StaffMember(Ids.named(login), login, login, "1", Set.of(role));
        return new ImprovementBox(member, improvements, new JdbcAuditTrail(database), database, time);
    }

    private Improvement filed(ImprovementBox box, String what) {
        time.pass(Duration.ofSeconds(1));
        return ((Kept) box.file("DESK", what, Optional.empty())).improvement();
    }

    @Test
    void who_files_sees_what_becomes_of_it() {
        var agent = of("1001", Role.AGENT);
        var lead = of("1003", Role.LEAD);
        Improvement filed = filed(agent, "一键复制还款流水号\n现在要手抄");

        assertThat(lead.all()).containsExactly(filed);
        time.pass(Duration.ofHours(1));
        assertThat(lead.accept(filed.id(), "下月做")).isInstanceOf(Kept.class);
        assertThat(agent.mine()).singleElement().satisfies(now -> {
            assertThat(now.state()).isEqualTo(State.ACCEPTED);
            assertThat(now.answer()).isEqualTo("下月做");
            assertThat(now.what()).isEqualTo("一键复制还款流水号\n现在要手抄");
        });
        assertThat(of("1002", Role.AGENT).mine()).isEmpty();
        assertThat(new JdbcAuditTrail(database).about(filed.id(), 9)).hasSize(1);
    }

    @Test
    void only_a_lead_decides_and_never_without_a_reason() {
        var agent = of("1001", Role.AGENT);
        var lead = of("1003", Role.LEAD);
        Improvement filed = filed(agent, "larger letters");

        assertThat(agent.accept(filed.id(), "")).isEqualTo(new Refused(Reason.NOT_PERMITTED));
        assertThatThrownBy(agent::all).isInstanceOf(NotPermitted.class);
        assertThat(lead.decline(filed.id(), "  ")).isEqualTo(new Refused(Reason.NO_REASON));
        assertThat(lead.finish(filed.id(), "")).isEqualTo(new Refused(Reason.NOT_POSSIBLE_NOW));
        assertThat(lead.decline(UUID.randomUUID(), "no")).isEqualTo(new Refused(Reason.NOT_POSSIBLE_NOW));
        assertThat(agent.file("DESK", " \n ", Optional.empty())).isEqualTo(new Refused(Reason.NO_WORDS));
    }

    @Test
    void open_ones_come_first_the_oldest_at_the_top() {
        var agent = of("1001", Role.AGENT);
        var lead = of("1003", Role.LEAD);
        Improvement first = filed(agent, "first");
        Improvement second = filed(agent, "second");
        Improvement third = filed(agent, "third");
        lead.decline(first.id(), "no");

        assertThat(lead.all().stream().map(Improvement::id)).containsExactly(second.id(), third.id(), first.id());
    }

    @Test
    void the_same_is_kept_once_and_two_who_decide_do_not_overwrite_each_other() {
        var agent = of("1001", Role.AGENT);
        UUID id = Ids.next();
        agent.file(id, "DESK", "once", Optional.empty());
        agent.file(id, "DESK", "twice", Optional.empty());
        assertThat(improvements.all(9).stream().map(Improvement::what)).containsExactly("once");
        assertThat(improvements.change(improvements.all(9).getFirst(), State.ACCEPTED))
                .isFalse();
    }

    @Test
    void an_erased_contact_leaves_the_suggestion() {
        var agent = of("1001", Role.AGENT);
        UUID contact = Ids.next();
        agent.file("CALL", "ask for the card first", Optional.of(contact));

        assertThat(improvements.forget(List.of(contact), words -> words)).isEqualTo(1);
        assertThat(improvements.all(9).getFirst().contact()).isEmpty();
    }
}
