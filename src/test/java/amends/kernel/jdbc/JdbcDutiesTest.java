package amends.kernel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcDutiesTest {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Set<String> KINDS = Set.of("call-back");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcDuties duties;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        duties = new JdbcDuties(database, handle -> time.now());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Duty added() {
        Duty duty = Duty.of("call-back", Ids.next(), time.now());
        duties.add(duty);
        return duty;
    }

    private List<UUID> leasedBy(String holder) {
        return duties.lease(holder, KINDS, LEASE, 10).stream().map(Duty::id).toList();
    }

    @Test
    void a_due_duty_is_leased_to_one_holder_only() {
        Duty duty = added();

        assertThat(leasedBy("a")).containsExactly(duty.id());
        assertThat(leasedBy("b")).isEmpty();
    }

    @Test
    void the_duty_comes_back_as_it_was_with_its_attempts_counted() {
        Duty duty = added();

        Duty leased = duties.lease("a", KINDS, LEASE, 10).getFirst();

        assertThat(leased).isEqualTo(new Duty(duty.id(), "call-back", duty.subject(), duty.due(), 1));
    }

    @Test
    void a_duty_that_is_not_due_waits() {
        duties.add(Duty.of("call-back", Ids.next(), time.now().plusSeconds(10)));
        assertThat(leasedBy("a")).isEmpty();

        time.pass(Duration.ofSeconds(10));
        assertThat(leasedBy("a")).hasSize(1);
    }

    @Test
    void kinds_that_the_holder_cannot_do_are_left_to_others() {
        added();

        assertThat(duties.lease("a", Set.of("sms"), LEASE, 10)).isEmpty();
    }

    @Test
    void adding_the_same_id_twice_keeps_one() {
        Duty duty = added();
        duties.add(duty);

        assertThat(leasedBy("a")).hasSize(1);
    }

    @Test
    void a_duty_goes_away_with_the_transaction_of_its_cause() {
        assertThatThrownBy(() -> database.run(() -> {
                    added();
                    throw new IllegalStateException("the cause failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(leasedBy("a")).isEmpty();
    }

    @Test
    void what_is_done_is_never_leased_again() {
        Duty duty = added();
        leasedBy("a");

        assertThat(duties.done(duty.id(), "a")).isTrue();
        time.pass(Duration.ofDays(1));
        assertThat(leasedBy("b")).isEmpty();
    }

    @Test
    void a_lease_that_ran_out_lets_another_take_over() {
        Duty duty = added();
        leasedBy("a");
        time.pass(LEASE);

        assertThat(leasedBy("b")).containsExactly(duty.id());
    }

    @Test
    void who_lost_the_lease_settles_nothing() {
        Duty duty = added();
        leasedBy("a");
        time.pass(LEASE);
        leasedBy("b");

        assertThat(duties.done(duty.id(), "a")).isFalse();
        assertThat(duties.again(duty.id(), "a", time.now(), "")).isFalse();
        assertThat(duties.givenUp(duty.id(), "a", "")).isFalse();
        assertThat(duties.done(duty.id(), "b")).isTrue();
    }

    @Test
    void a_renewed_lease_lasts_on() {
        Duty duty = added();
        leasedBy("a");
        time.pass(LEASE.minusSeconds(1));

        assertThat(duties.renew(duty.id(), "a", LEASE)).isTrue();
        time.pass(Duration.ofSeconds(2));
        assertThat(leasedBy("b")).isEmpty();
    }

    @Test
    void a_duty_to_be_tried_again_comes_at_its_moment() {
        Duty duty = added();
        leasedBy("a");
        duties.again(duty.id(), "a", time.now().plusSeconds(30), "busy");

        assertThat(leasedBy("b")).isEmpty();
        time.pass(Duration.ofSeconds(30));
        assertThat(duties.lease("b", KINDS, LEASE, 10))
                .singleElement()
                .extracting(Duty::attempts)
                .isEqualTo(2);
    }

    @Test
    void a_duty_given_up_stays_with_its_reason() {
        Duty duty = added();
        leasedBy("a");
        duties.givenUp(duty.id(), "a", "no such number");

        assertThat(leasedBy("b")).isEmpty();
        assertThat(database.<String>handle(h -> h.select("select reason from duty where id = ?", duty.id())
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("no such number");
    }

    @Test
    void a_clock_set_back_a_little_keeps_the_lease() {
        added();
        leasedBy("a");
        time.setWall(time.now().minusSeconds(1));
        time.setWall(time.now().plusMillis(500));

        assertThat(leasedBy("b")).isEmpty();
    }

    @Test
    void a_clock_set_back_by_hours_does_not_block_the_duty_for_hours() {
        Instant before = time.now();
        duties.add(Duty.of("call-back", Ids.next(), before.minus(Duration.ofHours(9))));
        leasedBy("a");
        time.setWall(before.minus(Duration.ofHours(5)));

        assertThat(leasedBy("b")).hasSize(1);
    }

    @Test
    void the_database_s_own_clock_leases_what_is_due() {
        var real = new JdbcDuties(database);
        real.add(Duty.of("call-back", Ids.next(), Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(real.lease("a", KINDS, LEASE, 10)).hasSize(1);
        assertThat(real.lease("b", KINDS, LEASE, 10)).isEmpty();
    }

    @Test
    void many_at_once_share_the_duties_without_one_being_leased_twice() throws Exception {
        for (int i = 0; i < 60; i++) added();
        var leased = new ConcurrentLinkedQueue<UUID>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < 4; t++) {
                String holder = "holder " + t;
                threads.submit(() -> {
                    for (int i = 0; i < 30; i++)
                        duties.lease(holder, KINDS, LEASE, 5).forEach(d -> leased.add(d.id()));
                });
            }
        }

        assertThat(leased).hasSize(60).doesNotHaveDuplicates();
    }
}
