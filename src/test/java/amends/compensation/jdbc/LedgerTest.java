package amends.compensation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.compensation.AuditDraw;
import amends.compensation.Auditing;
import amends.compensation.Audits;
import amends.compensation.Audits.Finding;
import amends.compensation.FailureKind;
import amends.compensation.Grant;
import amends.compensation.GrantExpiry;
import amends.compensation.GrantStore;
import amends.compensation.GrantWish;
import amends.compensation.Granting.Reason;
import amends.compensation.Granting.Result;
import amends.compensation.Offering;
import amends.compensation.PolicyReader;
import amends.compensation.Pot;
import amends.compensation.StoringGranting;
import amends.customer.CustomerProfile.Tier;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.Evidence;
import amends.recovery.Failure;
import amends.recovery.Severity;
import amends.recovery.jdbc.JdbcFailures;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class LedgerTest {
    private static final StaffMember AGENT = member(1, Role.AGENT);
    private static final StaffMember LEAD = member(2, Role.AGENT, Role.LEAD);
    private static final StaffMember EXPERT = member(3, Role.EXPERT);
    private static final StaffMember INSPECTOR = member(4, Role.INSPECTOR);
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");
    private static final UUID WANG = new UUID(7, 1);
    private static final FailureKind CHARGE = new FailureKind("wrong-charge");
    private static final FailureKind LOSS = new FailureKind("actual-loss");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private DatabaseAddress address;
    private Desk desk;

    /** One process at the database. */
    private final class Desk {
        final Database database = TestEngine.open(address);
        final JdbcLedger ledger = new JdbcLedger(database);
        final JdbcPolicies policies = new JdbcPolicies(database);
        final JdbcFailures failures = new JdbcFailures(database);
        final StoringGranting granting = new StoringGranting(
                new GrantStore(
                        database, ledger, policies, failures, new JdbcAuditTrail(database), new JdbcDuties(database)),
                time);
    }

    @BeforeEach
    void open() throws Exception {
        address = engine.copy(folder);
        desk = new Desk();
        desk.policies.install(PolicyReader.standardText(), time.now());
    }

    @AfterEach
    void close() {
        desk.database.close();
    }

    private static StaffMember member(int n, Role... roles) {
        return new StaffMember(new UUID(1, n), "m" + n, "m" + n, "100" + n, Set.of(roles));
    }

    private Failure broken() {
        return Failure.of(
                new Evidence.PromiseBroken(Ids.next(), time.now()), time.now(), Optional.empty(), Optional.of(MOBILE));
    }

    private static GrantWish wish(Failure failure, String option) {
        return new GrantWish(
                Ids.next(),
                List.of(failure),
                Optional.empty(),
                Optional.of(WANG),
                Tier.GOLD,
                Optional.empty(),
                option,
                "");
    }

    private static GrantWish stated(FailureKind kind, Severity severity, String option) {
        return new GrantWish(
                Ids.next(),
                List.of(),
                Optional.of(new GrantWish.Stated(kind, severity)),
                Optional.of(WANG),
                Tier.REGULAR,
                Optional.of(Ids.next()),
                option,
                "扣了两笔");
    }

    private static Reason refused(Result result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) result).reason();
    }

    private static Grant waiting(Result result, int forSoMany) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Waiting.class, w -> assertThat(w.forSoMany()).isEqualTo(forSoMany));
        return ((Result.Waiting) result).grant();
    }

    private long spent() {
        return desk.ledger.pots(desk.policies.inForce().periodAt(time.now())).stream()
                .filter(p -> p.scope().equals(Pot.ALL))
                .mapToLong(Pot::spent)
                .sum();
    }

    @Test
    void what_is_within_authority_is_given_and_settles_what_it_pays_for() {
        Failure failure = broken();
        GrantWish wish = wish(failure, "cash-30");
        var heard = new ArrayList<Grant>();
        desk.granting.onGranted(heard::add);

        assertThat(desk.granting.ask(AGENT, wish)).isInstanceOf(Result.Given.class);

        assertThat(desk.failures.byId(failure.id()).orElseThrow().failure().isOpen())
                .isFalse();
        assertThat(desk.ledger.byId(wish.id())).hasValueSatisfying(grant -> {
            assertThat(grant.state()).isEqualTo(Grant.State.GRANTED);
            assertThat(grant.failures()).containsExactly(failure.id());
            assertThat(heard).containsExactly(grant);
        });
        assertThat(spent()).isEqualTo(3000);
        assertThat(desk.granting.ask(AGENT, wish)).isInstanceOf(Result.Given.class);
        assertThat(spent()).isEqualTo(3000);
    }

    @Test
    void no_failure_is_paid_for_twice() {
        Failure failure = broken();
        desk.granting.ask(AGENT, wish(failure, "cash-10"));
        assertThat(refused(desk.granting.ask(AGENT, wish(failure, "cash-10")))).isEqualTo(Reason.SETTLED_ALREADY);
        GrantWish charge = stated(CHARGE, Severity.SEVERE, "cash-200");
        waiting(desk.granting.ask(AGENT, charge), 1);
        var again = new GrantWish(
                Ids.next(),
                List.of(),
                charge.stated(),
                charge.customer(),
                charge.tier(),
                charge.contact(),
                "cash-50",
                "");

        assertThat(refused(desk.granting.ask(LEAD, again))).isEqualTo(Reason.PAID_ALREADY);
    }

    @Test
    void what_the_policy_does_not_give_is_not_given() {
        assertThat(refused(desk.granting.ask(AGENT, wish(broken(), "cash-200"))))
                .isEqualTo(Reason.NOT_IN_POLICY);
        assertThat(refused(desk.granting.ask(AGENT, wish(broken(), "no-such")))).isEqualTo(Reason.NOT_IN_POLICY);
        assertThat(refused(desk.granting.ask(
                        AGENT, stated(new FailureKind("promise-broken"), Severity.SEVERE, "cash-10"))))
                .isEqualTo(Reason.NOT_IN_POLICY);
        assertThat(refused(desk.granting.ask(INSPECTOR, wish(broken(), "cash-10"))))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(spent()).isZero();
    }

    @Test
    void what_is_beyond_authority_waits_for_one_who_may_and_did_not_ask() {
        Grant grant = waiting(desk.granting.ask(LEAD, stated(LOSS, Severity.MINOR, "loss-500")), 1);

        assertThat(refused(desk.granting.approve(AGENT, grant.id()))).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refused(desk.granting.approve(LEAD, grant.id()))).isEqualTo(Reason.OWN_REQUEST);
        assertThat(refused(desk.granting.approve(member(9, Role.LEAD), grant.id())))
                .isEqualTo(Reason.BEYOND_AUTHORITY);
        assertThat(spent()).isZero();
        assertThat(desk.granting.approve(EXPERT, grant.id())).isInstanceOf(Result.Given.class);
        assertThat(refused(desk.granting.approve(EXPERT, grant.id()))).isEqualTo(Reason.NOT_WAITING);
        assertThat(spent()).isEqualTo(50_000);
    }

    @Test
    void above_all_authority_two_others_approve() {
        Grant grant = waiting(desk.granting.ask(EXPERT, stated(LOSS, Severity.SEVERE, "loss-3000")), 2);

        assertThat(refused(desk.granting.approve(EXPERT, grant.id()))).isEqualTo(Reason.OWN_REQUEST);
        waiting(desk.granting.approve(LEAD, grant.id()), 1);
        assertThat(refused(desk.granting.approve(LEAD, grant.id()))).isEqualTo(Reason.APPROVED_ALREADY);
        assertThat(desk.granting.approve(member(8, Role.EXPERT), grant.id())).isInstanceOf(Result.Given.class);
        assertThat(desk.ledger.byId(grant.id()).orElseThrow().approvals()).containsExactly(LEAD.id(), new UUID(1, 8));
    }

    @Test
    void what_is_refused_withdrawn_or_expired_can_be_asked_for_again() {
        GrantWish first = stated(CHARGE, Severity.SEVERE, "cash-200");
        Grant grant = waiting(desk.granting.ask(AGENT, first), 1);
        assertThat(refused(desk.granting.refuse(LEAD, grant.id(), " "))).isEqualTo(Reason.NO_REASON);
        assertThat(refused(desk.granting.withdraw(LEAD, grant.id()))).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(desk.granting.refuse(LEAD, grant.id(), "凭据不全")).isInstanceOf(Result.Ended.class);
        Grant second = waiting(desk.granting.ask(AGENT, again(first)), 1);
        assertThat(desk.granting.withdraw(AGENT, second.id())).isInstanceOf(Result.Ended.class);
        Grant third = waiting(desk.granting.ask(AGENT, again(first)), 1);
        time.pass(Duration.ofHours(49));
        new GrantExpiry(desk.ledger, time).carryOut(Duty.of("expire-compensation", third.id(), time.now()));
        assertThat(desk.ledger.byId(third.id()).orElseThrow().state()).isEqualTo(Grant.State.EXPIRED);
        assertThat(refused(desk.granting.approve(LEAD, third.id()))).isEqualTo(Reason.NOT_WAITING);
        waiting(desk.granting.ask(AGENT, again(first)), 1);
        assertThat(spent()).isZero();
    }

    @Test
    void a_request_that_waits_yet_by_this_clock_expires_later() {
        Grant grant = waiting(desk.granting.ask(AGENT, stated(CHARGE, Severity.SEVERE, "cash-200")), 1);
        var expiry = new GrantExpiry(desk.ledger, time);
        Duty duty = Duty.of("expire-compensation", grant.id(), grant.expires());
        time.pass(Duration.ofHours(47));
        assertThat(expiry.carryOut(duty))
                .isInstanceOfSatisfying(
                        DutyHandler.Result.Again.class,
                        again -> assertThat(again.in()).isGreaterThan(Duration.between(time.now(), grant.expires())));
        time.pass(Duration.ofHours(2));
        assertThat(expiry.carryOut(duty)).isEqualTo(new DutyHandler.Result.Done());
        assertThat(desk.ledger.byId(grant.id()).orElseThrow().state()).isEqualTo(Grant.State.EXPIRED);
    }

    private static GrantWish again(GrantWish w) {
        return new GrantWish(Ids.next(), List.of(), w.stated(), w.customer(), w.tier(), w.contact(), w.option(), "");
    }

    @Test
    void when_whoever_joins_fails_nothing_was_given() {
        Failure failure = broken();
        desk.granting.onGranted(grant -> {
            throw new IllegalStateException("no promise");
        });
        assertThatThrownBy(() -> desk.granting.ask(AGENT, wish(failure, "cash-10")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(spent()).isZero();
        assertThat(desk.failures.byId(failure.id())).isEmpty();
    }

    @Test
    void a_stock_ends() throws Exception {
        String few = PolicyReader.standardText()
                .replace("edition: 1", "edition: 2")
                .replace("stock: 60, days: mon-fri, hours: \"09:00-17:30\"", "stock: 1");
        assertThat(desk.policies.install(few, time.now().plusSeconds(1))).isTrue();
        assertThat(desk.granting.ask(AGENT, wish(broken(), "tea-gift"))).isInstanceOf(Result.Given.class);
        assertThat(refused(desk.granting.ask(AGENT, wish(broken(), "tea-gift"))))
                .isEqualTo(Reason.OUT_OF_STOCK);
        var offers = new Offering(desk.database, desk.ledger, desk.policies, time, Runnable::run)
                .offers(List.of(broken()), Optional.empty(), Tier.REGULAR)
                .orElseThrow();
        assertThat(offers.impossible()).extracting(i -> i.option().key()).containsExactly("tea-gift");
        assertThat(spent()).isEqualTo(1800);
    }

    @Test
    void an_edition_does_not_change_its_words() throws Exception {
        String other = PolicyReader.standardText().replace("amount: 20000", "amount: 20001");
        assertThat(desk.policies.install(other, time.now())).isFalse();
        assertThat(desk.policies.inForce().budget().amount().minor()).isEqualTo(2_000_000);
    }

    @Test
    void of_fifty_approvals_at_once_as_many_pass_as_the_budget_pays_for() throws Exception {
        String small = PolicyReader.standardText()
                .replace("edition: 1", "edition: 3")
                .replace("amount: 20000", "amount: 10000")
                .replace("period: month", "period: year")
                .replace("value: 500, fairness", "value: 500, cost: 500, fairness");
        desk.policies.install(small, time.now().plusSeconds(1));
        var grants = new ArrayList<UUID>();
        for (int i = 0; i < 50; i++)
            grants.add(waiting(desk.granting.ask(AGENT, stated(LOSS, Severity.MINOR, "loss-500")), 1)
                    .id());
        List<Desk> desks = engine == TestEngine.H2 ? List.of(desk) : List.of(desk, new Desk(), new Desk(), new Desk());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<CompletableFuture<Result>>();
            for (int i = 0; i < grants.size(); i++) {
                Desk at = desks.get(i % desks.size());
                UUID grant = grants.get(i);
                StaffMember approver = member(20 + i, Role.EXPERT);
                results.add(CompletableFuture.supplyAsync(() -> at.granting.approve(approver, grant), people));
            }
            List<Result> all = results.stream().map(CompletableFuture::join).toList();
            assertThat(all).filteredOn(r -> r instanceof Result.Given).hasSize(20);
            assertThat(all)
                    .filteredOn(r -> r instanceof Result.Refused)
                    .hasSize(30)
                    .allSatisfy(r -> assertThat(refused(r)).isEqualTo(Reason.NO_BUDGET));
        }
        assertThat(spent()).isEqualTo(1_000_000);
        assertThat(desk.ledger.waiting(100))
                .hasSize(30)
                .allSatisfy(g -> assertThat(g.approvals()).isEmpty());
        desks.stream().skip(1).forEach(d -> d.database.close());
    }

    @Test
    void an_audit_is_drawn_by_lot_and_judged_by_another() {
        for (int i = 0; i < 6; i++) desk.granting.ask(i % 2 == 0 ? AGENT : LEAD, wish(broken(), "cash-10"));
        var audits = new JdbcAudits(desk.database, desk.ledger);
        var auditing = new Auditing(
                desk.database, audits, desk.ledger, new JdbcAuditTrail(desk.database), time, new java.util.Random(1));
        time.pass(Duration.ofMinutes(1));
        assertThat(auditing.draw(AGENT, time.now().minusSeconds(600), 4)).isEmpty();
        AuditDraw draw = auditing.draw(LEAD, time.now().minusSeconds(600), 4).orElseThrow();

        assertThat(auditing.latest()).contains(draw);
        List<Audits.Item> items = auditing.items(draw.id());
        assertThat(items.stream().map(Audits.Item::grant).toList())
                .isEqualTo(draw.drawn(desk.ledger.given(draw.since(), draw.until(), 100)))
                .hasSize(4);
        Grant own = items.stream()
                .map(Audits.Item::grant)
                .filter(g -> g.asker().equals(LEAD.id()))
                .findFirst()
                .orElseThrow();
        assertThat(auditing.find(LEAD, draw.id(), own, Finding.IN_ORDER, "")).isEqualTo(Auditing.Result.OWN_GRANT);
        assertThat(auditing.find(INSPECTOR, draw.id(), own, Finding.WRONG, " ")).isEqualTo(Auditing.Result.NO_WORDS);
        assertThat(auditing.find(INSPECTOR, draw.id(), own, Finding.WRONG, "没有凭据"))
                .isEqualTo(Auditing.Result.DONE);
        assertThat(auditing.items(draw.id()))
                .filteredOn(i -> i.finding().isPresent())
                .singleElement()
                .satisfies(i -> assertThat(i.words()).isEqualTo("没有凭据"));
        assertThat(new JdbcGiven(desk.database, false).since(draw.since(), java.util.Map.of(WANG, "EXPRESSIVE")))
                .hasSize(6)
                .allSatisfy(g -> assertThat(g.type()).isEqualTo("EXPRESSIVE"));
    }

    @Test
    void what_became_of_it_is_learned_without_names() {
        desk.granting.ask(AGENT, wish(broken(), "cash-10"));
        assertThat(desk.ledger.pastCases(time.now().minusSeconds(60))).isEmpty();
    }

    @Test
    void a_person_is_shown_what_they_got_and_erased_from_it() {
        GrantWish paid = wish(broken(), "cash-10");
        desk.granting.ask(AGENT, paid);
        waiting(desk.granting.ask(AGENT, stated(CHARGE, Severity.SEVERE, "cash-200")), 1);
        var records = new CompensationRecords(desk.database);

        assertThat(records.shown(WANG)).hasSize(2);
        assertThat(records.open(WANG)).hasSize(1);
        assertThat(records.forget(WANG)).isEqualTo(2);
        assertThat(records.shown(WANG)).isEmpty();
        assertThat(desk.ledger.waiting(10)).isEmpty();
        assertThat(desk.ledger.byId(paid.id()).orElseThrow().value().minor()).isEqualTo(1000);
    }

    @Test
    void one_failure_asked_for_by_many_at_once_is_paid_for_once() {
        Failure failure = broken();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            long given = java.util.stream.IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> desk.granting.ask(AGENT, wish(failure, "cash-10")), people))
                    .toList()
                    .stream()
                    .filter(r -> r.join() instanceof Result.Given)
                    .count();
            assertThat(given).isEqualTo(1);
        }
        assertThat(spent()).isEqualTo(1000);
    }
}
