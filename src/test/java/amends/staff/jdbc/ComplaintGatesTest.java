package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.recovery.Assessment;
import amends.recovery.CallbackRules;
import amends.recovery.Complaint;
import amends.recovery.ComplaintActs;
import amends.recovery.ComplaintDraft;
import amends.recovery.ComplaintOutcome;
import amends.recovery.ComplaintRules;
import amends.recovery.ComplaintSchemeReader;
import amends.recovery.ComplaintStore;
import amends.recovery.CustomerNews;
import amends.recovery.DispatchActs;
import amends.recovery.Expectation;
import amends.recovery.RecoveryStore;
import amends.recovery.Severity;
import amends.recovery.StoringComplaintIntake;
import amends.recovery.jdbc.JdbcCallbacks;
import amends.recovery.jdbc.JdbcComplaints;
import amends.recovery.jdbc.JdbcDispatches;
import amends.recovery.jdbc.JdbcFailures;
import amends.staff.StaffMember;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Complaints as people's own logins on PostgreSQL handle them. */
class ComplaintGatesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");
    private final Timekeeper time = Timekeeper.system();
    private GatedHouse house;

    @BeforeEach
    void open() {
        house = new GatedHouse();
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private ComplaintStore as(StaffMember member) {
        Database mine = house.as(member);
        var store = new RecoveryStore(
                mine, new JdbcComplaints(mine), new JdbcCallbacks(mine), new JdbcFailures(mine), new JdbcDuties(mine));
        return new ComplaintStore(
                store,
                new JdbcDispatches(mine),
                new JdbcStaff(mine),
                ComplaintSchemeReader.standard(),
                ComplaintRules.usual(SHANGHAI),
                CustomerNews.NONE,
                time);
    }

    private Complaint taken(ComplaintStore parts, StaffMember owner) {
        return new StoringComplaintIntake(parts.store(), CallbackRules.usual(SHANGHAI))
                .received(new ComplaintDraft(
                        Ids.next(),
                        Complaint.Source.CALL,
                        Optional.empty(),
                        "王建国",
                        Optional.empty(),
                        Optional.of(MOBILE),
                        "重复扣款",
                        "扣了两笔",
                        Severity.MODERATE,
                        owner.id(),
                        time.now(),
                        Optional.empty()))
                .complaint();
    }

    private static void done(ComplaintOutcome outcome) {
        assertThat(outcome).isInstanceOf(ComplaintOutcome.Done.class);
    }

    @Test
    void an_agent_handles_their_own_from_dispatch_to_hand_over_and_then_sees_it_no_more() throws Exception {
        ComplaintStore mine = as(house.agent);
        UUID complaint = taken(mine, house.agent).id();
        var acts = new ComplaintActs(mine);
        var dispatching = new DispatchActs(mine);
        done(acts.assess(
                house.agent,
                complaint,
                new Assessment(
                        Severity.SEVERE, "money-twice", Optional.empty(), Optional.empty(), Expectation.NOW, false)));
        var sheet = (ComplaintOutcome.Done) dispatching.prepare(house.agent, complaint, "it", "请核对");
        UUID dispatch = sheet.dispatch().orElseThrow().id();
        done(dispatching.send(house.agent, dispatch));
        done(dispatching.answered(house.agent, dispatch, "好"));
        done(acts.handOver(house.agent, complaint, house.colleague.id(), "下周休假"));

        var plain = house.plain(house.agent);
        for (String table : new String[] {"complaint", "complaint_event", "complaint_dispatch", "callback"})
            assertThat(ask(plain, "select id from " + table)).as(table).isEmpty();
        ComplaintStore theirs = as(house.colleague);
        assertThat(theirs.store().complaints().history(complaint)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(theirs.store().callbacks().openOf(house.colleague.id(), 9)).hasSize(1);
        done(new ComplaintActs(theirs).respond(house.colleague, complaint, "退回"));
    }

    @Test
    void nobody_writes_the_history_in_anothers_name_or_changes_it() throws Exception {
        UUID complaint = taken(as(house.agent), house.agent).id();
        var plain = house.plain(house.agent);
        assertThatThrownBy(() -> ask(
                        plain,
                        "insert into complaint_event (id, complaint, at, who, act, words, state) values ('"
                                + Ids.next() + "', '" + complaint + "', now(), '" + house.colleague.id()
                                + "', 'NOTE', 'x', 'CLOSED')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> ask(house.plain(house.agent), "update complaint_event set words = 'x'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void experts_and_leads_see_and_handle_everybodys_an_inspector_nobodys() throws Exception {
        UUID complaint = taken(as(house.agent), house.agent).id();
        for (StaffMember who : new StaffMember[] {house.expert, house.lead}) {
            ComplaintStore parts = as(who);
            assertThat(parts.store().complaints().board(time.now(), 9)).hasSize(1);
            done(new ComplaintActs(parts).note(who, complaint, "看过"));
        }
        assertThatThrownBy(() -> ask(house.plain(house.inspector), "select id from complaint_event"))
                .isInstanceOf(SQLException.class);
    }
}
