package amends.staff.jdbc;

import static amends.staff.jdbc.GatedHouse.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.compensation.FailureKind;
import amends.compensation.Feasibility;
import amends.compensation.Grant;
import amends.compensation.GrantStore;
import amends.compensation.GrantWish;
import amends.compensation.Granting;
import amends.compensation.Granting.Reason;
import amends.compensation.Granting.Result;
import amends.compensation.PolicyReader;
import amends.compensation.jdbc.GatedGranting;
import amends.compensation.jdbc.JdbcLedger;
import amends.compensation.jdbc.JdbcPolicies;
import amends.customer.CustomerProfile;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.recovery.Evidence;
import amends.recovery.Failure;
import amends.recovery.Severity;
import amends.recovery.jdbc.JdbcFailures;
import amends.staff.StaffMember;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compensation by people who come to the PostgreSQL with their own login. */
class CompensationGateTest {
    private static final Instant THEN = Instant.parse("2026-01-04T10:00:00Z");
    private static GatedHouse house;
    private static CustomerProfile wang;

    @BeforeAll
    static void open() throws Exception {
        house = new GatedHouse();
        wang = house.customer("王建国", "+8613800138000");
        new JdbcPolicies(house.owner).install(PolicyReader.standardText(), THEN);
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static Granting granting(StaffMember who) {
        Database mine = house.as(who);
        var store = new GrantStore(
                mine,
                new JdbcLedger(mine, true),
                new JdbcPolicies(mine),
                new JdbcFailures(mine),
                new GatedAuditTrail(mine),
                new JdbcDuties(mine));
        return new GatedGranting(mine, store);
    }

    private static void looks(StaffMember who) throws SQLException {
        Connection mine = house.plain(who);
        ask(mine, "select gate.look_up('%s', '+8613800138000', 'call 1')".formatted(Ids.next()));
    }

    private static Failure broken() {
        return Failure.of(
                new Evidence.PromiseBroken(Ids.next(), THEN),
                THEN,
                Optional.of(wang.id()),
                Optional.of(new PhoneNumber("+8613800138000")));
    }

    private static GrantWish wish(Failure failure, String option) {
        return new GrantWish(
                Ids.next(),
                List.of(failure),
                Optional.empty(),
                Optional.of(wang.id()),
                wang.tier(),
                Optional.empty(),
                option,
                "");
    }

    private static GrantWish stated(String kind, Severity severity, String option) {
        return new GrantWish(
                Ids.next(),
                List.of(),
                Optional.of(new GrantWish.Stated(new FailureKind(kind), severity)),
                Optional.of(wang.id()),
                wang.tier(),
                Optional.of(Ids.next()),
                option,
                "");
    }

    private static Reason refused(Result result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) result).reason();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into compensation_grant select * from compensation_grant",
                "update compensation_grant set state = 'GRANTED'",
                "insert into compensation_pot values ('2026-01', 'all', 999999999, 0)",
                "update compensation_pot set spent = 0",
                "update compensation_pot set amount = 999999999",
                "delete from compensation_payment",
                "insert into compensation_approval values (gen_random_uuid(), gen_random_uuid(), now())",
                "update compensation_authority set amount = 999999999",
                "update compensation_entitlement set amount = 0",
                "insert into compensation_policy select * from compensation_policy",
                "select gate.take('2026-01', 'all', 999999999, 0)",
                "insert into compensation_draw values (gen_random_uuid(), 1, gen_random_uuid(), now(), now(), now(), 1)"
            })
    void an_agents_login_writes_nothing_by_itself(String sql) throws Exception {
        Connection mine = house.plain(house.agent);
        assertThatThrownBy(() -> ask(mine, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void the_gate_knows_the_kinds_that_systems_see() {
        assertThat(house.truth("select kind from gate.seen_kind"))
                .containsExactlyInAnyOrderElementsOf(
                        FailureKind.seen().stream().map(FailureKind::key).toList());
    }

    @Test
    void what_is_within_authority_is_given_once() throws Exception {
        looks(house.agent);
        Granting mine = granting(house.agent);
        Failure failure = broken();

        assertThat(mine.ask(house.agent, wish(failure, "cash-30"))).isInstanceOf(Result.Given.class);
        assertThat(house.truth("select state from failure where id = ?", failure.id()))
                .containsExactly("SETTLED");
        assertThat(refused(mine.ask(house.agent, wish(failure, "cash-30")))).isEqualTo(Reason.SETTLED_ALREADY);
        assertThat(refused(mine.ask(house.agent, wish(broken(), "cash-200")))).isEqualTo(Reason.NOT_IN_POLICY);
    }

    @Test
    void what_is_learned_from_tells_the_week_of_a_grant_and_never_the_moment() throws Exception {
        looks(house.agent);
        GrantWish wish = wish(broken(), "cash-10");
        granting(house.agent).ask(house.agent, wish);
        Connection mine = house.plain(house.agent);
        String decided = house.truth("select decided::text from compensation_grant where id = ?", wish.id())
                .getFirst();

        assertThat(ask(
                        mine,
                        "select extract(isodow from decided at time zone 'UTC') || ' '"
                                + " || (decided at time zone 'UTC')::time from gate.past_compensation('2000-01-01')"))
                .isNotEmpty()
                .containsOnly("1 00:00:00");
        assertThat(ask(mine, "select decided from gate.past_compensation('%s')".formatted(decided)))
                .as("asking since a moment tells nothing of what was given after it in that week")
                .isEmpty();
    }

    @Test
    void nothing_is_given_to_a_customer_nobody_looked_at() {
        assertThat(refused(granting(house.colleague).ask(house.colleague, wish(broken(), "cash-10"))))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void what_is_beyond_authority_waits_for_another() throws Exception {
        looks(house.agent);
        Granting agent = granting(house.agent);
        GrantWish wish = stated("wrong-charge", Severity.SEVERE, "cash-200");
        assertThat(agent.ask(house.agent, wish)).isInstanceOf(Result.Waiting.class);
        assertThat(refused(agent.approve(house.agent, wish.id()))).isEqualTo(Reason.NOT_ALLOWED);

        assertThat(granting(house.lead).approve(house.lead, wish.id()))
                .isInstanceOfSatisfying(
                        Result.Given.class,
                        given -> assertThat(given.grant().state()).isEqualTo(Grant.State.GRANTED));
        assertThat(refused(agent.withdraw(house.agent, wish.id()))).isEqualTo(Reason.NOT_WAITING);

        GrantWish loss = stated("actual-loss", Severity.MINOR, "loss-500");
        agent.ask(house.agent, loss);
        assertThat(refused(granting(house.lead).approve(house.lead, loss.id()))).isEqualTo(Reason.BEYOND_AUTHORITY);
        assertThat(agent.withdraw(house.agent, loss.id())).isInstanceOf(Result.Ended.class);
    }

    private static UUID contact(StaffMember agent) {
        UUID id = Ids.next();
        house.truth(
                "insert into contact (id, call_id, direction, agent, number, customer, queue, waited, began, state, desk,"
                        + " seen) values (?, ?, 'INBOUND', ?, '+8613800138000', ?, '', 0, now(), 'OPEN', '', now())"
                        + " returning id::text",
                id,
                id.toString(),
                agent.id(),
                wang.id());
        return id;
    }

    private static GrantWish stated(Optional<UUID> contact, Optional<UUID> customer) {
        return new GrantWish(
                Ids.next(),
                List.of(),
                Optional.of(new GrantWish.Stated(new FailureKind("late-refund"), Severity.MINOR)),
                customer,
                wang.tier(),
                contact,
                "points-500",
                "");
    }

    @Test
    void what_no_system_saw_counts_once_whatever_is_invented_about_it() throws Exception {
        looks(house.agent);
        Granting mine = granting(house.agent);
        UUID call = contact(house.agent);
        assertThat(mine.ask(house.agent, stated(Optional.of(call), Optional.of(wang.id()))))
                .isInstanceOf(Result.Given.class);
        assertThat(refused(mine.ask(house.agent, stated(Optional.of(call), Optional.of(wang.id())))))
                .isEqualTo(Reason.PAID_ALREADY);
        assertThat(mine.ask(house.agent, stated(Optional.of(Ids.next()), Optional.of(wang.id()))))
                .isInstanceOf(Result.Given.class);
        for (Optional<UUID> invented :
                List.of(Optional.of(Ids.next()), Optional.<UUID>empty(), Optional.of(contact(house.colleague))))
            assertThat(refused(mine.ask(house.agent, stated(invented, Optional.of(wang.id())))))
                    .isEqualTo(Reason.PAID_ALREADY);
        assertThat(refused(mine.ask(house.agent, stated(Optional.of(Ids.next()), Optional.empty()))))
                .isEqualTo(Reason.NOT_IN_POLICY);
    }

    @Test
    void nothing_is_given_for_what_did_not_happen_or_happened_to_another() throws Exception {
        CustomerProfile chen = house.customer("陈静", "+8613900139000");
        Failure theirs = Failure.of(
                new Evidence.PromiseBroken(Ids.next(), THEN), THEN, Optional.of(chen.id()), Optional.empty());
        new JdbcFailures(house.owner).add(theirs);
        looks(house.agent);
        Connection mine = house.plain(house.agent);
        String asks = "select gate.ask_compensation(gen_random_uuid(), '{%s}', 'promise-broken', 'SEVERE', %s, null,"
                + " 'GOLD', 'cash-30', '', null)";
        for (String customer : new String[] {"null", "'" + wang.id() + "'"})
            for (UUID failure : new UUID[] {Ids.next(), theirs.id()})
                assertThatThrownBy(() -> ask(mine, asks.formatted(failure, customer)))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("AM006"));
        assertThat(house.truth("select state from failure where id = ?", theirs.id()))
                .containsExactly("OPEN");
    }

    @Test
    void the_id_of_a_colleagues_request_is_nobody_elses() throws Exception {
        looks(house.agent);
        GrantWish wish = wish(broken(), "cash-30");
        granting(house.agent).ask(house.agent, wish);
        looks(house.expert);
        assertThat(refused(granting(house.expert)
                        .ask(
                                house.expert,
                                new GrantWish(
                                        wish.id(),
                                        List.of(broken()),
                                        Optional.empty(),
                                        Optional.of(wang.id()),
                                        wang.tier(),
                                        Optional.empty(),
                                        "cash-10",
                                        ""))))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void what_was_asked_and_approved_is_in_the_trail_and_settles_though_the_lead_did_not_look() throws Exception {
        looks(house.agent);
        Failure failure = broken();
        GrantWish wish = wish(failure, "cash-30");
        granting(house.agent).ask(house.agent, wish);
        assertThat(house.truth("select act || ' ' || why from audit where whom = ? order by at", wish.id()))
                .containsExactly("GRANT_COMPENSATION asked cash-30 30.00 CNY");

        GrantWish large = stated("wrong-charge", Severity.SEVERE, "cash-200");
        Failure second = broken();
        var both = new GrantWish(
                large.id(),
                List.of(second),
                large.stated(),
                large.customer(),
                large.tier(),
                Optional.of(contact(house.agent)),
                "cash-200",
                "");
        assertThat(granting(house.agent).ask(house.agent, both)).isInstanceOf(Result.Waiting.class);
        assertThat(granting(house.lead).approve(house.lead, large.id())).isInstanceOf(Result.Given.class);
        assertThat(house.truth("select state || ' ' || settled_by from failure where id = ?", second.id()))
                .containsExactly("SETTLED " + house.lead.id());
        assertThat(house.truth("select act || ' ' || who from audit where whom = ? order by at", large.id()))
                .containsExactly("GRANT_COMPENSATION " + house.agent.id(), "APPROVE_COMPENSATION " + house.lead.id());
    }

    @ParameterizedTest
    @CsvSource({
        "'1 2 3 4 5 6 7', 00:00:00, 00:00:00",
        "'1 2 3 4 5', 09:00:00, 17:30:00",
        "'6 7', 20:00:00, 04:00:00",
        "'1 3', 10:00:00, 10:00:00"
    })
    void the_gate_keeps_the_hours_as_the_code_does(String days, LocalTime opens, LocalTime closes) {
        var kept = new Feasibility(
                OptionalInt.empty(),
                Arrays.stream(days.split(" "))
                        .map(d -> DayOfWeek.of(Integer.parseInt(d)))
                        .collect(Collectors.toSet()),
                opens,
                closes);
        for (String zone : List.of("Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            var answer = house.truth(
                    "select now()::text || '|' || gate.is_open(?, ?, ?, ?)",
                    days,
                    DateTimeFormatter.ofPattern("HH:mm:ss").format(opens),
                    DateTimeFormatter.ofPattern("HH:mm:ss").format(closes),
                    zone);
            assertThat(answer.getFirst()).as(zone).endsWith("|" + kept.isOpen(Instant.now(), ZoneId.of(zone)));
        }
    }

    @Test
    void where_no_policy_was_ever_installed_the_owners_program_makes_the_standard_one_known() throws Exception {
        try (var fresh = new GatedHouse()) {
            var policies = new JdbcPolicies(fresh.owner);
            policies.prepare(THEN);
            assertThat(fresh.truth("select name from compensation_policy"))
                    .containsExactly(policies.inForce().name());
            fresh.owner.handle(h -> h.execute("delete from compensation_entitlement"));
            policies.prepare(THEN.plusSeconds(60));
            assertThat(fresh.truth("select count(*) > 100 from compensation_entitlement where open_days is not null"))
                    .containsExactly("t");
            assertThat(fresh.truth("select count(*) from compensation_policy")).containsExactly("1");
        }
    }

    @Test
    void of_many_at_once_as_many_are_given_as_the_stock_has() throws Exception {
        String few = PolicyReader.standardText()
                .replace("edition: 1", "edition: 2")
                .replace("stock: 60, days: mon-fri, hours: \"09:00-17:30\"", "stock: 3");
        new JdbcPolicies(house.owner).install(few, THEN.plusSeconds(1));
        looks(house.agent);
        Granting mine = granting(house.agent);
        var results = new ArrayList<CompletableFuture<Result>>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++)
                results.add(
                        CompletableFuture.supplyAsync(() -> mine.ask(house.agent, wish(broken(), "tea-gift")), many));
        }
        assertThat(results.stream().map(CompletableFuture::join).toList())
                .filteredOn(r -> r instanceof Result.Given)
                .hasSize(3);
        assertThat(house.truth("select spent from compensation_pot where scope = 'stock:tea-gift'"))
                .containsExactly("3");
    }
}
