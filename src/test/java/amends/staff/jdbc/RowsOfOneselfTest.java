package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static amends.staff.jdbc.GatedHouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerProfile;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.recovery.Evidence;
import amends.recovery.Failure;
import amends.recovery.Settlement;
import amends.recovery.jdbc.JdbcFailures;
import amends.staff.StaffMember;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Contacts, recordings and their keys: what each person's own login sees and changes of them by plain SQL. */
class RowsOfOneselfTest {
    private static GatedHouse house;
    private static CustomerProfile wang;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
        wang = house.customer("王建国", "+8613800138000");
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static void refused(Connection mine, String sql, Object... with) {
        assertThatThrownBy(() -> ask(mine, sql.formatted(with)))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501"));
    }

    private static UUID contact(StaffMember of, UUID customer, String number, int daysAgo) {
        UUID contact = id();
        house.owner.handle(h -> h.execute("""
                insert into contact (id, call_id, direction, agent, number, customer, queue, waited, began, state, desk,
                seen) values (?, 'call', 'INBOUND', ?, ?, ?, '', 0, now() - ? * interval '1 day', 'CLOSED', '', now())""", contact, of.id(), number, customer, daysAgo));
        return contact;
    }

    private static UUID recording(StaffMember of, String state) {
        UUID recording = id();
        house.owner.handle(h -> h.execute("""
                insert into recording (id, call_id, agent, file, began, length, announced, state)
                values (?, 'call', ?, ?, now(), 0, false, ?)""", recording, of.id(), recording + ".ogg", state));
        return recording;
    }

    private static List<String> seen(StaffMember who, String table, UUID id) throws SQLException {
        return ask(house.plain(who), "select agent from %s where id = '%s'".formatted(table, id));
    }

    private static void look(Connection mine, UUID customer) throws SQLException {
        ask(mine, "select gate.enter('%s', 'LOOK_AT_CUSTOMER', '%s', '')".formatted(id(), customer));
    }

    @Test
    void an_agent_has_their_own_contacts_of_this_week_and_a_lead_has_all() throws Exception {
        UUID mine = contact(house.agent, null, "anonymous", 0);
        UUID old = contact(house.agent, null, "anonymous", 8);
        UUID others = contact(house.colleague, null, "anonymous", 0);

        assertThat(seen(house.agent, "contact", mine)).hasSize(1);
        assertThat(seen(house.agent, "contact", old)).isEmpty();
        assertThat(seen(house.agent, "contact", others)).isEmpty();
        assertThat(seen(house.lead, "contact", others)).hasSize(1);
        assertThat(seen(house.inspector, "contact", others)).hasSize(1);
    }

    @Test
    void the_contacts_of_a_customer_are_there_once_the_customer_was_looked_at() throws Exception {
        UUID others = contact(house.expert, wang.id(), "+8613800138000", 100);
        Connection mine = house.plain(house.colleague);
        String wanted = "select id from contact where id = '%s'".formatted(others);
        assertThat(ask(mine, wanted)).isEmpty();
        look(mine, wang.id());
        assertThat(ask(mine, wanted)).hasSize(1);
        assertThat(ask(mine, "select number from customer_number")).containsExactly("+8613800138000");

        Connection third = house.plain(house.agent);
        third.setAutoCommit(false);
        look(third, wang.id());
        assertThat(ask(third, wanted)).isEmpty();
        third.rollback();
    }

    @Test
    void nobody_writes_a_contact_in_another_s_name_or_gives_theirs_away() throws Exception {
        UUID others = contact(house.colleague, null, "anonymous", 0);
        UUID own = contact(house.agent, null, "anonymous", 0);
        Connection mine = house.plain(house.agent);
        refused(mine, """
                insert into contact (id, call_id, direction, agent, number, queue, waited, began, state, desk, seen)
                values ('%s', '', 'INBOUND', '%s', '', '', 0, now(), 'OPEN', '', now())""", id(), house.colleague.id());
        refused(mine, "update contact set agent = '%s' where id = '%s'", house.colleague.id(), own);
        ask(mine, "update contact set note = 'x'");
        assertThat(house.truth("select note from contact where id = ? and note is not null", others))
                .isEmpty();
        ask(house.plain(house.lead), "update contact set agent = '%s'".formatted(house.lead.id()));
        assertThat(house.truth("select agent::text from contact where id = ?", others))
                .containsExactly(house.colleague.id().toString());
    }

    @Test
    void an_agent_hears_of_their_own_recordings_only() throws Exception {
        UUID others = recording(house.colleague, "SEALED");
        UUID own = recording(house.agent, "SEALED");
        assertThat(seen(house.agent, "recording", own)).hasSize(1);
        assertThat(seen(house.agent, "recording", others)).isEmpty();
        assertThat(seen(house.inspector, "recording", others)).hasSize(1);
        assertThat(seen(house.lead, "recording", others)).hasSize(1);
    }

    private static List<String> key(Connection mine, String act, UUID recording) throws SQLException {
        UUID entry = id();
        ask(mine, "select gate.enter('%s', '%s', '%s', 'listened')".formatted(entry, act, recording));
        return ask(mine, "select gate.recording_key('%s')".formatted(entry));
    }

    @Test
    void a_key_is_given_to_who_recorded_and_to_who_may_hear_any_and_it_is_in_the_trail() throws Exception {
        UUID recording = recording(house.agent, "SEALED");
        Connection mine = house.plain(house.agent);
        ask(mine, "select gate.keep_recording_key('%s', 'secret')".formatted(recording));
        ask(mine, "select gate.keep_recording_key('%s', 'another')".formatted(recording));

        assertThat(key(mine, "LISTEN_TO_OWN_RECORDING", recording)).containsExactly("secret");
        assertThat(key(house.plain(house.inspector), "LISTEN_TO_ANY_RECORDING", recording))
                .containsExactly("secret");
        assertThat(house.truth("select who::text from audit where whom = ? order by at", recording))
                .containsExactly(
                        house.agent.id().toString(), house.inspector.id().toString());
    }

    @Test
    void another_agent_gets_no_key_by_any_way() throws Exception {
        UUID recording = recording(house.agent, "SEALED");
        ask(house.plain(house.agent), "select gate.keep_recording_key('%s', 'secret')".formatted(recording));
        Connection other = house.plain(house.colleague);
        assertThatThrownBy(() -> key(other, "LISTEN_TO_OWN_RECORDING", recording))
                .hasMessageContaining("another's");
        assertThatThrownBy(() -> key(other, "LISTEN_TO_ANY_RECORDING", recording))
                .hasMessageContaining("not given");
        assertThatThrownBy(() -> key(other, "EXPORT_RECORDING", recording)).hasMessageContaining("not given");
        refused(other, "select gate.keep_recording_key('%s', 'mine')", recording);
        refused(other, "select * from recording_key");

        UUID entry = id();
        other.setAutoCommit(false);
        ask(other, "select gate.enter('%s', 'LISTEN_TO_OWN_RECORDING', '%s', '')".formatted(entry, recording));
        assertThatThrownBy(() -> ask(other, "select gate.recording_key('%s')".formatted(entry)))
                .hasMessageContaining("not committed");
        other.rollback();
    }

    @Test
    void what_a_colleague_s_dead_desk_left_running_is_closed_and_nothing_else_in_their_name() throws Exception {
        UUID left = recording(house.colleague, "RUNNING");
        UUID whole = recording(house.colleague, "SEALED");
        Connection mine = house.plain(house.agent);
        String enter = """
                insert into recording (id, call_id, agent, file, began, ended, length, announced, state)
                values ('%s', 'call', '%s', '%s.ogg', now(), now(), 7, true, '%s')""";
        ask(mine, enter.formatted(left, house.colleague.id(), left, "INTERRUPTED"));
        ask(mine, enter.formatted(whole, house.colleague.id(), whole, "INTERRUPTED"));
        refused(mine, enter, id(), house.colleague.id(), id(), "RUNNING");

        assertThat(house.truth("select state from recording where id = ?", left))
                .containsExactly("INTERRUPTED");
        assertThat(house.truth("select state from recording where id = ?", whole))
                .containsExactly("SEALED");
    }

    @Test
    void a_fact_that_two_desks_saw_is_added_once_though_neither_sees_the_other_s_row() throws Exception {
        UUID duty = id();
        String add =
                "insert into failure (id, kind, severity, at, state, number) values ('%s', 'GAVE_UP', 'MINOR', now(),"
                        + " 'OPEN', '+8613111111111')";
        ask(house.plain(house.agent), add.formatted(duty));
        ask(house.plain(house.colleague), add.formatted(duty));
        assertThat(house.truth("select state from failure where id = ?", duty)).hasSize(1);
        assertThat(ask(house.plain(house.colleague), "select * from failure")).isEmpty();

        Connection mine = house.plain(house.agent);
        ask(mine, "select gate.look_up('%s', '+8613111111111', '')".formatted(id()));
        assertThat(ask(mine, "select id from failure")).hasSize(1);
        refused(mine, "update failure set state = 'SETTLED', settled_by = '%s'", house.colleague.id());
        ask(mine, "update failure set state = 'SETTLED', settled_by = '%s'".formatted(house.agent.id()));
    }

    @Test
    void what_happened_to_a_number_is_taken_over_by_who_looks_at_its_customer() throws Exception {
        var number = new PhoneNumber("+8613122222222");
        UUID customer = house.customer("陈秀兰", number.e164()).id();
        var evidence = new Evidence.GaveUp("u-1", "support", Duration.ofMinutes(14));
        Failure failure = Failure.of(evidence, Instant.now(), Optional.empty(), Optional.of(number));
        Database mine = house.as(house.expert);
        var failures = new JdbcFailures(mine);
        failures.add(failure);
        failures.adopt(customer, List.of(number));
        assertThat(failures.openOf(customer)).isEmpty();

        ask(house.plain(house.expert), "select gate.look_up('%s', '%s', '')".formatted(id(), number.e164()));
        failures.adopt(customer, List.of(number));
        assertThat(failures.openOf(customer)).extracting(Failure::id).containsExactly(failure.id());
        failures.settle(
                List.of(failure.id()),
                new Settlement(Settlement.Means.APOLOGISED, house.expert.id(), Instant.now(), Optional.empty(), ""));
        assertThat(failures.openOf(customer)).isEmpty();
    }

    @Test
    void a_desk_changes_no_duty_but_its_own_kind() throws Exception {
        Connection mine = house.plain(house.agent);
        String add =
                "insert into duty (id, kind, subject, due, state, attempts, hands) values ('%s', '%s', '%s', now(),"
                        + " 'OPEN', 0, 0)";
        ask(mine, add.formatted(id(), "send-sms", id()));
        ask(mine, add.formatted(id(), "anchor-recording-chain", id()));
        ask(mine, "update duty set state = 'DONE'");
        assertThat(house.truth("select kind from duty where state = 'DONE'")).containsExactly("anchor-recording-chain");
    }
}
