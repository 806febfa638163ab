package amends.recovery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contact.Disposition;
import amends.customer.CustomerProfile;
import amends.customer.TimeLineEntry;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.Evidence;
import amends.recovery.Evidence.BadlyHeard;
import amends.recovery.Evidence.CallbackLate;
import amends.recovery.Evidence.CalledAgain;
import amends.recovery.Evidence.Dropped;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.Hearing;
import amends.recovery.Evidence.LongWait;
import amends.recovery.Failure;
import amends.recovery.FailureTimeLine;
import amends.recovery.Failures.Kept;
import amends.recovery.Settlement;
import amends.recovery.Settlement.Means;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
class JdbcFailuresTest {
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");
    private static final PhoneNumber HOME = new PhoneNumber("+862150001234");
    private static final Instant THEN = Instant.parse("2026-01-04T10:00:00.000001Z");
    private static final CallId CALL = new CallId("call-1@desk");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private JdbcFailures failures;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        failures = new JdbcFailures(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID customer(PhoneNumber... numbers) {
        return new JdbcCustomers(database)
                .save(new CustomerProfile(
                        Ids.next(), "王建国", List.of(numbers), CustomerProfile.Tier.GOLD, "上海", Optional.empty(), "", 0))
                .id();
    }

    private static Failure gaveUp(String caller, Instant at, Optional<UUID> customer, Optional<PhoneNumber> number) {
        return Failure.of(new GaveUp(caller, "support", Duration.ofMinutes(14)), at, customer, number);
    }

    private Failure stored(String caller, Optional<UUID> customer, Optional<PhoneNumber> number) {
        Failure failure = gaveUp(caller, THEN, customer, number);
        failures.add(failure);
        return failure;
    }

    private static Settlement apology(UUID by) {
        return new Settlement(Means.APOLOGISED, by, THEN.plusSeconds(60), Optional.of(new UUID(3, 3)), "今天道歉");
    }

    @Test
    void every_kind_of_evidence_comes_back_as_it_was_kept() {
        UUID whose = customer(MOBILE);
        List<Evidence> kinds = List.of(
                new LongWait(CALL, "support", Duration.ofSeconds(150), Duration.ofSeconds(120)),
                new GaveUp("pbx1-1795298290.0", "support", Duration.ofSeconds(840)),
                new Dropped(CALL, Duration.ofMillis(61_500), ClearCause.UNREACHABLE),
                new BadlyHeard(CALL, 12.5, Hearing.AGENT),
                new CalledAgain(CALL, new UUID(4, 4), THEN, Optional.of(Disposition.FOLLOW_UP)),
                new CalledAgain(new CallId("another"), new UUID(4, 4), THEN, Optional.empty()),
                new CallbackLate(new UUID(5, 5), THEN),
                new Evidence.ThirdTransfer("pbx1-1795298290.7", CALL, 3),
                new Evidence.PromiseBroken(new UUID(6, 6), THEN),
                new Evidence.ComplaintOverdue(new UUID(7, 7), "ANSWER", THEN),
                new Evidence.AnswerCorrected(new UUID(8, 8), new Evidence.Named("refund-late", "zh-CN"), 1, 2, THEN));
        for (Evidence evidence : kinds) {
            Failure failure = Failure.of(evidence, THEN, Optional.of(whose), Optional.of(MOBILE));
            assertThat(failures.add(failure)).isTrue();
            assertThat(failures.byId(failure.id())).contains(new Kept(failure, Optional.empty()));
        }
        assertThat(failures.openOf(whose)).hasSameSizeAs(kinds);
    }

    @Test
    void what_two_desks_saw_is_kept_once() {
        Failure seen = gaveUp("pbx-1.1", THEN, Optional.empty(), Optional.of(MOBILE));
        Failure seenAgain = gaveUp("pbx-1.1", THEN.plusMillis(3), Optional.empty(), Optional.of(MOBILE));

        assertThat(failures.add(seen)).isTrue();
        assertThat(failures.add(seenAgain)).isFalse();
        assertThat(failures.openOf(MOBILE)).containsExactly(seen);
    }

    @Test
    void what_many_desks_see_in_the_same_moment_is_kept_once() {
        Failure seen = gaveUp("pbx-1.1", THEN, Optional.empty(), Optional.of(MOBILE));
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            long added = IntStream.range(0, 8)
                    .mapToObj(desk -> CompletableFuture.supplyAsync(() -> failures.add(seen), desks))
                    .toList()
                    .stream()
                    .filter(CompletableFuture::join)
                    .count();
            assertThat(added).isEqualTo(1);
        }
    }

    @Test
    void a_failure_of_a_number_is_found_when_the_number_gets_a_customer() {
        Failure early = stored("pbx-1.1", Optional.empty(), Optional.of(MOBILE));
        assertThat(failures.openOf(MOBILE)).containsExactly(early);
        UUID whose = customer(HOME, MOBILE);
        failures.adopt(whose, List.of(HOME, MOBILE));

        assertThat(failures.openOf(whose)).extracting(Failure::id).containsExactly(early.id());
        assertThat(failures.openOf(MOBILE)).isEmpty();
    }

    @Test
    void a_customers_time_line_has_what_is_open_first_and_how_the_rest_was_settled() {
        UUID whose = customer();
        Failure settled = stored("pbx-1.1", Optional.of(whose), Optional.of(MOBILE));
        Failure open = stored("pbx-1.2", Optional.of(whose), Optional.of(MOBILE));
        stored("pbx-1.3", Optional.of(customer()), Optional.empty());
        failures.settle(
                List.of(settled.id()),
                new Settlement(Settlement.Means.EXPLAINED, UUID.randomUUID(), settled.at(), Optional.empty(), "said"));

        var told = new FailureTimeLine(failures).of(whose, 9);
        assertThat(told).extracting(TimeLineEntry::id).containsExactly(open.id(), settled.id());
        assertThat(told).extracting(TimeLineEntry::isOpen).containsExactly(true, false);
        assertThat(told.getLast().state()).contains(Settlement.Means.EXPLAINED);
        assertThat(told.getLast().marks()).containsExactly(settled.severity(), settled.kind());
        assertThat(told.getLast().words()).isEqualTo("said");
    }

    @Test
    void a_failure_stays_with_its_customer_when_the_number_goes_to_another() {
        UUID first = customer();
        Failure kept = stored("pbx-1.1", Optional.of(first), Optional.of(MOBILE));
        UUID second = customer(MOBILE);
        failures.adopt(second, List.of(MOBILE));

        assertThat(failures.openOf(first)).containsExactly(kept);
        assertThat(failures.openOf(second)).isEmpty();
    }

    @Test
    void a_customer_without_numbers_takes_nothing_over() {
        Failure early = stored("pbx-1.1", Optional.empty(), Optional.of(MOBILE));
        failures.adopt(customer(), List.of());

        assertThat(failures.openOf(MOBILE)).containsExactly(early);
    }

    @Test
    void the_newest_comes_first() {
        Failure old = gaveUp("1", THEN.minusSeconds(9), Optional.empty(), Optional.of(MOBILE));
        Failure latest = gaveUp("2", THEN, Optional.empty(), Optional.of(MOBILE));
        failures.add(latest);
        failures.add(old);

        assertThat(failures.openOf(MOBILE)).containsExactly(latest, old);
    }

    @Test
    void what_is_settled_is_owed_no_more_and_says_how() {
        Failure settled = stored("1", Optional.empty(), Optional.of(MOBILE));
        Failure open = stored("2", Optional.empty(), Optional.of(MOBILE));
        Settlement how = apology(new UUID(1, 1));
        failures.settle(List.of(settled.id()), how);

        assertThat(failures.openOf(MOBILE)).containsExactly(open);
        assertThat(failures.byId(settled.id())).hasValueSatisfying(kept -> {
            assertThat(kept.how()).contains(how);
            assertThat(kept.failure().state()).isEqualTo(Failure.State.SETTLED);
        });
    }

    @Test
    void what_is_settled_already_stays_as_it_was_settled() {
        Failure failure = stored("1", Optional.empty(), Optional.of(MOBILE));
        Settlement first = apology(new UUID(1, 1));
        failures.settle(List.of(failure.id()), first);
        failures.settle(List.of(failure.id()), apology(new UUID(2, 2)));

        assertThat(failures.byId(failure.id()).flatMap(Kept::how)).contains(first);
    }

    @Test
    void what_is_written_off_keeps_its_reason() {
        Failure failure = stored("1", Optional.empty(), Optional.of(MOBILE));
        failures.settle(
                List.of(failure.id()),
                new Settlement(Means.WRITTEN_OFF, new UUID(1, 1), THEN, Optional.empty(), "a test call"));

        assertThat(failures.byId(failure.id())).hasValueSatisfying(kept -> {
            assertThat(kept.failure().state()).isEqualTo(Failure.State.WRITTEN_OFF);
            assertThat(kept.how().orElseThrow().words()).isEqualTo("a test call");
        });
    }

    @Test
    void settling_nothing_changes_nothing() {
        Failure open = stored("1", Optional.empty(), Optional.of(MOBILE));
        failures.settle(List.of(), apology(new UUID(1, 1)));
        failures.settle(List.of(Ids.next()), apology(new UUID(1, 1)));

        assertThat(failures.openOf(MOBILE)).containsExactly(open);
    }

    @Test
    void adding_and_settling_join_the_transaction() {
        Failure failure = gaveUp("1", THEN, Optional.empty(), Optional.of(MOBILE));
        assertThatThrownBy(() -> database.run(() -> {
                    failures.add(failure);
                    failures.settle(List.of(failure.id()), apology(new UUID(1, 1)));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(failures.byId(failure.id())).isEmpty();
    }
}
