package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static amends.staff.jdbc.GatedHouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerProfile;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who come to the PostgreSQL with their own login and plain SQL, and try what is not theirs. */
class GatesTest {
    private static final String DENIED = "42501";
    private static GatedHouse house;
    private static CustomerProfile wang;
    private static CustomerProfile chen;

    @BeforeAll
    static void open() {
        house = new GatedHouse();
        wang = house.customer("王建国", "+8613800138000");
        chen = house.customer("陈静", "+8613900139000");
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static void refused(String state, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(state));
    }

    private static List<String> lookedUp(Connection mine, UUID entry, String number) throws SQLException {
        ask(mine, "select gate.look_up('%s', '%s', 'call 1')".formatted(entry, number));
        return ask(mine, "select name from gate.profile('%s')".formatted(entry));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from customer",
                "select count(*) from customer",
                "insert into customer_number values ('+8613800138009', gen_random_uuid(), 0)",
                "select * from recording_key",
                "insert into recording_key values (gen_random_uuid(), gen_random_uuid(), 'x', now())",
                "select * from sms",
                "select content from sms",
                "select * from sms_incoming",
                "delete from contact",
                "delete from recording_chain_link",
                "update recording_chain_link set previous = ''",
                "select * from audit",
                "select * from staff_member",
                "select hash from staff_member",
                "select * from sign_in_attempt",
                "select * from gate.rights",
                "select rolpassword from pg_authid",
                "insert into audit (id, at, who, act, whom, why) values"
                        + " (gen_random_uuid(), now(), gen_random_uuid(), 'X', gen_random_uuid(), '')",
                "update audit set why = 'other'",
                "delete from audit",
                "truncate audit",
                "drop table audit",
                "alter table audit disable row level security",
                "update staff_member set roles = 'LEAD'",
                "delete from customer",
                "create table mine (id uuid)",
                "create function public.lower(varchar) returns text language sql as 'select 1::text'",
                "create function gate.mine() returns int language sql as 'select 1'",
                "create schema mine",
                "create temporary table customer_number (number varchar, customer uuid)",
                "set role postgres",
                "set session authorization postgres",
                "create role friend login",
                "alter table contact disable row level security",
                "create policy mine on contact using (true)",
                "alter function gate.me() reset all",
                "select gate.holds('lead')",
                "select gate.limit_looks()",
                "select gate.limit_searches()",
                "select gate.found_customers(gen_random_uuid(), '王', '', '', 0)",
                "select gate.looked_at(gen_random_uuid(), 'LOOK_AT_CUSTOMER')",
                "copy customer to program 'cat'",
                "copy audit to stdout",
                "select pg_read_file('pg_hba.conf')",
                "select lo_import('/etc/passwd')"
            })
    void an_agent_is_refused(String sql) throws Exception {
        Connection mine = house.plain(house.agent);
        refused(DENIED, () -> ask(mine, sql));
    }

    /** Only what was asked to be erased with its person; who asks for that is never the agent. */
    @Test
    void an_agent_deletes_no_recording_that_nobody_wants_erased() throws Exception {
        UUID recording = id();
        house.truth(
                "insert into recording values (?, 'c', '" + house.agent.id() + "', 'f-" + recording
                        + "', now(), now(), 1, true, 'SEALED') returning id::text",
                recording);
        Connection mine = house.plain(house.agent);
        assertThat(ask(mine, "with gone as (delete from recording returning id) select count(*) from gone"))
                .containsExactly("0");
        refused(
                DENIED,
                () -> ask(
                        mine,
                        "insert into duty (id, kind, subject, due, state, attempts, hands) values"
                                + " (gen_random_uuid(), 'erase-recording', '" + recording + "', now(), 'DUE', 0, 0)"));
    }

    @Test
    void an_agent_does_not_get_into_a_group_of_more_rights() throws Exception {
        Connection mine = house.plain(house.agent);
        String database = mine.getCatalog();
        refused(DENIED, () -> ask(mine, "grant \"%s:lead\" to \"%s.1001\"".formatted(database, database)));
        refused(DENIED, () -> ask(mine, "set role \"%s:lead\"".formatted(database)));
        refused(DENIED, () -> ask(mine, "set role \"%s.1005\"".formatted(database)));
        refused(DENIED, () -> ask(mine, "alter role \"%s.1001\" createrole".formatted(database)));
        refused(DENIED, () -> ask(mine, "alter role \"%s.1005\" password 'x'".formatted(database)));
    }

    @Test
    void an_agent_sees_one_customer_by_their_number_and_it_is_in_the_trail() throws Exception {
        UUID entry = id();
        assertThat(lookedUp(house.plain(house.agent), entry, "+8613800138000")).containsExactly("王建国");
        assertThat(house.truth("select who || ' ' || act || ' ' || whom || ' ' || why from audit where id = ?", entry))
                .containsExactly(house.agent.id() + " LOOK_AT_CUSTOMER " + wang.id() + " call 1");
    }

    @Test
    void a_look_that_is_rolled_back_showed_nothing() throws Exception {
        Connection mine = house.plain(house.colleague);
        mine.setAutoCommit(false);
        UUID entry = id();
        refused("AM003", () -> lookedUp(mine, entry, "+8613800138000"));
        mine.rollback();
        refused(DENIED, () -> ask(mine, "select * from gate.profile('%s')".formatted(entry)));
        mine.rollback();

        ask(mine, "savepoint a");
        ask(mine, "select gate.look_up('%s', '+8613800138000', '')".formatted(entry));
        ask(mine, "release savepoint a");
        refused("AM003", () -> ask(mine, "select * from gate.profile('%s')".formatted(entry)));
        mine.rollback();
        assertThat(house.truth("select why from audit where id = ?", entry)).isEmpty();
    }

    @Test
    void nobody_sees_by_another_s_look() throws Exception {
        UUID entry = id();
        lookedUp(house.plain(house.agent), entry, "+8613800138000");
        Connection other = house.plain(house.colleague);
        refused(DENIED, () -> ask(other, "select * from gate.profile('%s')".formatted(entry)));
        refused(DENIED, () -> lookedUp(other, entry, "+8613800138000"));
    }

    @Test
    void what_is_entered_bears_the_name_of_who_signed_in_and_no_other_time() throws Exception {
        Connection mine = house.plain(house.agent);
        UUID entry = id();
        ask(mine, "set timezone = 'Pacific/Kiritimati'");
        ask(mine, "select gate.enter('%s', 'WRITE_CONTACT', '%s', E'two\\nlines')".formatted(entry, wang.id()));
        assertThat(house.truth("""
                        select who || ' ' || why || ' ' || (at between now() - interval '1 minute' and now())
                        from audit where id = ?""", entry)).containsExactly(house.agent.id() + " two lines true");
    }

    @Test
    void an_inspector_sees_no_customer() throws Exception {
        Connection mine = house.plain(house.inspector);
        refused(DENIED, () -> lookedUp(mine, id(), "+8613800138000"));
        refused(DENIED, () -> ask(mine, "select * from customer"));
        refused(
                DENIED,
                () -> ask(mine, "select gate.enter('%s', 'LOOK_AT_CUSTOMER', '%s', '')".formatted(id(), wang.id())));
    }

    @Test
    void a_lead_reads_the_trail_and_cannot_change_it() throws Exception {
        lookedUp(house.plain(house.agent), id(), "+8613900139000");
        Connection lead = house.plain(house.lead);
        assertThat(ask(lead, "select act from audit where whom = '%s'".formatted(chen.id())))
                .contains("LOOK_AT_CUSTOMER");
        refused(DENIED, () -> ask(lead, "update audit set why = ''"));
        refused(DENIED, () -> ask(lead, "delete from audit"));
        refused(DENIED, () -> ask(lead, "select * from customer"));
        refused(DENIED, () -> ask(lead, "select hash from staff_member"));
    }

    @Test
    void tags_needs_and_consents_are_those_of_whom_one_looked_at() throws Exception {
        CustomerProfile zhao = house.customer("赵敏", "+8613600136000");
        Connection mine = house.plain(house.agent);
        String tag = "insert into customer_tag (id, customer, name, source, origin, evidence, at, confidence,"
                + " open_to_customer) values ('%s', '%s', 'a', 'PERSON', '', 'b', now(), 80, true)";
        refused(DENIED, () -> ask(mine, tag.formatted(id(), zhao.id())));
        refused(DENIED, () -> ask(mine, consent(zhao, house.agent)));

        lookedUp(mine, id(), "+8613600136000");
        ask(mine, tag.formatted(id(), zhao.id()));
        ask(mine, consent(zhao, house.agent));
        refused(DENIED, () -> ask(mine, consent(zhao, house.colleague)));
        refused(DENIED, () -> ask(mine, "update customer_consent set proof = 'other'"));
        refused(DENIED, () -> ask(mine, "delete from customer_consent"));
        assertThat(ask(mine, "select name from customer_tag")).containsExactly("a");

        Connection other = house.plain(house.colleague);
        for (String table : List.of(
                "customer_tag",
                "customer_need",
                "customer_consent",
                "customer_portrait",
                "customer_word",
                "customer_occasion",
                "customer_number_label"))
            assertThat(ask(other, "select * from " + table)).as(table).isEmpty();
        refused(DENIED, () -> ask(house.plain(house.inspector), "select * from customer_tag"));
    }

    private static String consent(CustomerProfile customer, StaffMember by) {
        return "insert into customer_consent (id, customer, purpose, way, proof, recorded_by, given) values"
                + " ('%s', '%s', 'SURVEY', 'SIGNED', 'a', '%s', now())".formatted(id(), customer.id(), by.id());
    }

    @Test
    void everybody_knows_their_colleagues_names() throws Exception {
        for (StaffMember each : house.people())
            assertThat(ask(house.plain(each), "select name from staff_member")).hasSize(5);
    }

    @Test
    void nobody_looks_at_more_than_sixty_in_a_minute() throws Exception {
        Connection mine = house.plain(house.expert);
        for (int i = 0; i < 60; i++) lookedUp(mine, id(), "+861380000" + (1000 + i));
        refused("AM001", () -> lookedUp(mine, id(), "+8613800138000"));
    }

    @Test
    void a_customer_is_changed_by_who_looked_at_them_only() throws Exception {
        CustomerProfile liu = house.customer("刘洋", "+8613700137000");
        Connection mine = house.plain(house.agent);
        String change = "select gate.save_customer('%s', '', '%s', 1, '刘', 'VIP', '', null, '', '{}')";
        refused(DENIED, () -> ask(mine, change.formatted(id(), liu.id())));
        lookedUp(mine, id(), "+8613700137000");
        assertThat(ask(mine, change.formatted(id(), liu.id()))).containsExactly("2");
        refused("AM002", () -> ask(mine, change.formatted(id(), liu.id())));
    }

    @Test
    void a_temporary_table_misleads_no_gate() throws Exception {
        Connection mine = house.plain(house.lead);
        refused(DENIED, () -> ask(mine, "create temporary table staff_member as select 1"));
        ask(mine, "set search_path = pg_temp, gate, public");
        assertThat(ask(mine, "select gate.me()"))
                .containsExactly(house.lead.id().toString());
    }

    @Test
    void who_is_no_member_any_more_is_nobody_though_the_login_is_still_there() throws Exception {
        house.owner.run(() -> new amends.kernel.jdbc.LoginRoles(house.owner)
                .give("9999", List.of("lead", "agent"), GatedHouse.PASSWORD.toCharArray()));
        var stranger = new StaffMember(id(), "9999", "", "", java.util.Set.of());
        Connection mine = house.plain(stranger);
        assertThat(ask(mine, "select at from audit")).isEmpty();
        refused(DENIED, () -> lookedUp(mine, id(), "+8613800138000"));
    }

    @Test
    void the_gates_and_the_table_of_rights_give_the_same_acts_to_the_same_roles() {
        for (Permission act : Permission.values())
            for (Role role : Role.values()) {
                if (house.truth("select act from gate.permission where act = ?", act.name())
                        .isEmpty()) continue;
                assertThat(house.truth(
                                        "select role from gate.permission where act = ? and role = ?",
                                        act.name(),
                                        role.name().toLowerCase(java.util.Locale.ROOT))
                                .isEmpty())
                        .as("%s %s", act, role)
                        .isNotEqualTo(act.isGivenTo(role));
            }
        assertThat(house.truth("select distinct act from gate.permission"))
                .isSubsetOf(Arrays.stream(Permission.values()).map(Enum::name).toList());
    }

    @Test
    void the_gates_keep_the_same_limits_as_the_code() {
        assertThat(house.truth("select looks || ' ' || extract(epoch from within)::int from gate.look_limit"))
                .containsExactlyInAnyOrderElementsOf(amends.staff.LookLimitTest.limits());
        assertThat(house.truth("select searches || ' ' || extract(epoch from within)::int from gate.search_limit"))
                .containsExactlyInAnyOrderElementsOf(amends.staff.LookLimitTest.searches());
    }

    /** Whoever adds a table says in R__gates.sql who may do what to it. */
    @Test
    void every_table_stands_in_the_table_of_rights() {
        assertThat(house.truth("select tablename::text from pg_tables where schemaname = 'public'"))
                .isSubsetOf(house.truth("select distinct thing from gate.rights"));
    }

    @Test
    void every_gate_keeps_to_its_own_search_path_and_is_closed_to_the_public() {
        assertThat(house.truth("""
                        select p.proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname = 'gate'
                        and (p.proconfig is null or p.proacl is null or p.proacl::text like '%{=X%'
                        or p.proacl::text like '%,=X%')""")).isEmpty();
    }
}
