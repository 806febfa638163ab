package amends.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeReports;
import amends.desktop.PostingWork;
import amends.desktop.report.ImprovementsModel.Said;
import amends.kernel.SettableTime;
import amends.staff.Improvement;
import amends.staff.ImprovementBox.Reason;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImprovementsModelTest {
    private final SettableTime time = new SettableTime();
    private final FakeReports reports = new FakeReports(time);
    private final ImprovementsModel agent = of(1001, Role.AGENT);
    private final ImprovementsModel lead = of(1003, Role.LEAD);

    private ImprovementsModel of(long id, Role role) {
        var member = new StaffMember(new UUID(1, id), "m" + id, "m" + id, "" + id, Set.of(role));
        return new ImprovementsModel(
                reports.box(member),
                new PostingWork(Runnable::run, Runnable::run),
                who -> "m" + who.getLeastSignificantBits());
    }

    @Test
    void a_suggestion_knows_where_it_was_made_and_takes_the_call_only_when_wished() {
        var contact = new UUID(3, 3);
        agent.write("CALL", Optional.of(contact));
        agent.typed("Show the queue larger");
        agent.send();
        assertThat(agent.said()).isInstanceOf(Said.Filed.class);
        assertThat(agent.isWriting()).isFalse();
        agent.write("TEAM", Optional.of(contact));
        agent.withContact(true);
        agent.typed("second");
        agent.send();

        assertThat(reports.improvements.values())
                .extracting(Improvement::screen, Improvement::contact)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CALL", Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple("TEAM", Optional.of(contact)));
    }

    @Test
    void nothing_typed_is_lost_while_the_database_is_away() {
        agent.write("DESK", Optional.empty());
        agent.typed("keep me");
        reports.away = true;
        agent.send();
        assertThat(agent.said()).isInstanceOf(Said.Away.class);
        assertThat(agent.isWriting()).isTrue();
        assertThat(agent.what()).isEqualTo("keep me");
        reports.away = false;
        agent.send();
        assertThat(reports.improvements).hasSize(1);
        assertThat(agent.what()).isEmpty();
    }

    @Test
    void a_lead_decides_and_who_filed_it_reads_the_answer() {
        agent.write("DESK", Optional.empty());
        agent.typed("x");
        agent.send();
        lead.load();
        lead.choose(lead.rows().getFirst().id());
        lead.decline();
        assertThat(lead.said()).isEqualTo(new Said.Refused(Reason.NO_REASON));
        lead.typedAnswer("too dear");
        lead.decline();
        assertThat(lead.said()).isInstanceOf(Said.Nothing.class);
        agent.load();
        assertThat(agent.rows().getFirst().answer()).isEqualTo("too dear");
        assertThat(agent.mayDecide()).isFalse();
        assertThat(lead.filer(lead.rows().getFirst())).isEqualTo("m1001");
    }
}
