package amends.care.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.care.Candidate.Pool;
import amends.care.CareCall;
import amends.care.CareCall.Outcome;
import amends.care.CareDesk;
import amends.care.CareDesk.Answer;
import amends.care.CareRules;
import amends.care.EstimatingLeaving;
import amends.care.FairDraw;
import amends.care.FillingCareList;
import amends.care.Leaving;
import amends.customer.CustomerProfile;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Failure;
import amends.recovery.FailureRules;
import amends.recovery.GradedFailures;
import amends.recovery.Settlement;
import amends.recovery.jdbc.JdbcFailures;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcCareTest {
    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private GradedFailures failures;
    private JdbcCareCalls calls;
    private JdbcLeavingList leaving;
    private int numbers;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        failures = new GradedFailures(new JdbcFailures(database), FailureRules.SHIPPED, time);
        calls = new JdbcCareCalls(database);
        leaving = new JdbcLeavingList(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID owed(String name, int daysAgo, int minutes) {
        UUID id = new JdbcCustomers(database)
                .save(new CustomerProfile(
                        Ids.next(),
                        name,
                        List.of(new PhoneNumber("+861380013" + (8000 + numbers++))),
                        CustomerProfile.Tier.REGULAR,
                        "",
                        Optional.empty(),
                        "",
                        0))
                .id();
        failures.add(Failure.of(
                new GaveUp("pbx-" + id, "support", Duration.ofMinutes(minutes)),
                time.now().minus(Duration.ofDays(daysAgo)),
                Optional.of(id),
                Optional.empty()));
        return id;
    }

    private FillingCareList filling(Set<UUID> quiet) {
        return new FillingCareList(
                new FillingCareList.Store(calls, new JdbcDebtors(database), failures),
                new CareRules(4, .5, 2, Duration.ofDays(30), Duration.ofMinutes(15), .1),
                FailureRules.SHIPPED,
                quiet::contains,
                () -> 42,
                time);
    }

    private CareDesk desk(int agent) {
        var member = new StaffMember(
                new UUID(agent, agent), "10" + agent, "李敏", "10" + agent, Set.of(Role.AGENT, Role.LEAD));
        return new CareDesk(new CareDesk.Store(calls, leaving, new JdbcAuditTrail(database), database), member, time);
    }

    @Test
    void the_list_is_filled_with_those_to_whom_we_owe_and_says_how() {
        UUID quiet = owed("赵敏", 1, 14);
        owed("孙莉", 1, 14);
        owed("小事", 1, 1);
        assertThat(filling(Set.of(quiet)).fill()).isEqualTo(2);
        assertThat(filling(Set.of(quiet)).fill()).isZero();

        List<CareCall> open = calls.open(10);
        assertThat(open).extracting(CareCall::name).containsExactlyInAnyOrder("赵敏", "孙莉");
        assertThat(open).filteredOn(c -> c.customer().equals(quiet)).allMatch(c -> c.pool() == Pool.QUIET);
        assertThat(calls.latestDraw()).hasValueSatisfying(draw -> {
            assertThat(draw.candidates()).isEqualTo(2);
            List<FairDraw.Lot> kept = calls.lotsOf(draw.id());
            var again = new FairDraw(draw.places(), draw.quietShare())
                    .draw(kept.stream().map(FairDraw.Lot::candidate).toList(), draw.seed());
            assertThat(again).containsExactlyInAnyOrderElementsOf(kept);
        });
    }

    @Test
    void who_is_settled_meanwhile_or_was_called_lately_is_not_drawn() {
        UUID settled = owed("赵敏", 1, 14);
        failures.settle(
                failures.openOf(settled).stream().map(Failure::id).toList(),
                new Settlement(Settlement.Means.APOLOGISED, new UUID(1, 1), time.now(), Optional.empty(), ""));
        owed("孙莉", 1, 14);
        filling(Set.of()).fill();
        CareCall only = calls.open(10).getFirst();
        assertThat(only.name()).isEqualTo("孙莉");
        desk(1).take(only.id());
        assertThat(desk(1).spoken(only.id(), Outcome.CONTENT, "谢谢")).isInstanceOf(Answer.Done.class);
        assertThat(filling(Set.of()).fill()).isZero();
        time.pass(Duration.ofDays(31));
        assertThat(filling(Set.of()).fill()).isEqualTo(1);
    }

    @Test
    void who_is_settled_while_they_wait_leaves_the_list_and_comes_back_when_owed_anew() {
        UUID settled = owed("赵敏", 1, 14);
        UUID taken = owed("孙莉", 1, 14);
        filling(Set.of()).fill();
        CareCall spoken = calls.open(10).stream()
                .filter(c -> c.customer().equals(taken))
                .findFirst()
                .orElseThrow();
        desk(1).take(spoken.id());
        for (UUID each : List.of(settled, taken))
            failures.settle(
                    failures.openOf(each).stream().map(Failure::id).toList(),
                    new Settlement(Settlement.Means.APOLOGISED, new UUID(1, 1), time.now(), Optional.empty(), ""));
        assertThat(filling(Set.of()).fill()).isZero();
        assertThat(calls.open(10)).extracting(CareCall::customer).containsExactly(taken);

        time.pass(Duration.ofHours(1));
        failures.add(Failure.of(
                new GaveUp("pbx-anew", "support", Duration.ofMinutes(14)),
                time.now(),
                Optional.of(settled),
                Optional.empty()));
        assertThat(filling(Set.of()).fill()).isEqualTo(1);
        assertThat(calls.open(10)).extracting(CareCall::customer).containsExactlyInAnyOrder(settled, taken);
    }

    @Test
    void of_many_desks_that_take_the_same_call_one_has_it() {
        owed("赵敏", 1, 14);
        filling(Set.of()).fill();
        UUID call = calls.open(10).getFirst().id();
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            long had = IntStream.range(1, 9)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> desk(n).take(call), desks))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(Answer.Done.class::isInstance)
                    .count();
            assertThat(had).isEqualTo(1);
        }
    }

    @Test
    void who_is_likely_to_leave_is_listed_with_the_reasons() {
        UUID customer = owed("赵敏", 30, 14);
        var estimating = new EstimatingLeaving(
                new JdbcDebtors(database),
                leaving,
                new CareRules(4, .5, 2, Duration.ofDays(30), Duration.ofMinutes(15), .05),
                FailureRules.SHIPPED,
                time);
        assertThat(estimating.estimate()).isEqualTo(1);
        assertThat(leaving.likeliest(5)).singleElement().satisfies(l -> {
            assertThat(l.name()).isEqualTo("赵敏");
            assertThat(l.reasons()).isNotEmpty();
        });
        assertThat(desk(1).of(customer)).map(Leaving::customer).contains(customer);
        assertThat(desk(1).board().leaving()).hasSize(1);
    }
}
