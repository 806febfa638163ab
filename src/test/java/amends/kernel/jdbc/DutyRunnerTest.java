package amends.kernel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.DutyRunner;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class DutyRunnerTest {
    private static final DutyRunner.Pace QUICK = new DutyRunner.Pace(Duration.ofMillis(20), Duration.ofSeconds(30), 4);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private DatabaseAddress address;
    private Database database;
    private JdbcDuties duties;

    @BeforeEach
    void open() {
        address = engine.copy(folder);
        database = TestEngine.open(address);
        duties = new JdbcDuties(database);
        database.handle(h -> h.execute("create table effect (duty uuid not null)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Duty added() {
        Duty duty = Duty.of("effect", Ids.next(), Instant.parse("2020-01-01T00:00:00Z"));
        duties.add(duty);
        return duty;
    }

    private DutyRunner runner(Database on, DutyRunner.Pace pace, DutyHandler handler) {
        return new DutyRunner(new JdbcDuties(on), on, List.of(handler), Timekeeper.system(), pace, "test").start();
    }

    private static DutyHandler handler(boolean transaction, Function<Duty, DutyHandler.Result> work) {
        return new DutyHandler() {
            @Override
            public String kind() {
                return "effect";
            }

            @Override
            public Result carryOut(Duty duty) {
                return work.apply(duty);
            }

            @Override
            public boolean isTransaction() {
                return transaction;
            }
        };
    }

    private static DutyHandler writing(Database on) {
        return handler(true, duty -> {
            on.handle(h -> h.execute("insert into effect (duty) values (?)", duty.id()));
            return new DutyHandler.Result.Done();
        });
    }

    private List<UUID> effects() {
        return database.handle(
                h -> h.select("select duty from effect").mapTo(UUID.class).list());
    }

    private long open(String state) {
        return database.handle(h -> h.select("select count(*) from duty where state = ?", state)
                .mapTo(Long.class)
                .one());
    }

    private void awaitDone(int many) {
        Eventually.holds(() -> assertThat(open("DONE")).isEqualTo(many));
    }

    @Test
    void two_runners_do_every_duty_once() {
        for (int i = 0; i < 40; i++) added();
        try (var first = runner(database, QUICK, writing(database));
                var second = runner(database, QUICK, writing(database))) {
            awaitDone(40);
        }

        assertThat(effects()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void a_nudge_does_it_now() throws Exception {
        var done = new CountDownLatch(1);
        var slow = new DutyRunner.Pace(Duration.ofHours(1), Duration.ofSeconds(30), 4);
        try (var runner = runner(database, slow, handler(false, duty -> {
            done.countDown();
            return new DutyHandler.Result.Done();
        }))) {
            added();
            runner.nudge();

            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_handler_that_fails_is_tried_again_later() {
        Duty duty = added();
        var begun = new AtomicInteger();
        try (var runner = runner(database, QUICK, handler(false, d -> {
            if (begun.incrementAndGet() == 1) throw new IllegalStateException("no");
            return new DutyHandler.Result.Done();
        }))) {
            awaitDone(1);
        }

        assertThat(begun).hasValue(2);
    }

    @Test
    void what_comes_back_for_ever_is_not_given_up_for_having_begun_often() {
        duties.add(new Duty(Ids.next(), "effect", Ids.next(), Instant.parse("2020-01-01T00:00:00Z"), 50));
        DutyHandler once = writing(database);
        var forEver = new DutyHandler() {
            @Override
            public String kind() {
                return once.kind();
            }

            @Override
            public boolean isForEver() {
                return true;
            }

            @Override
            public Result carryOut(Duty duty) {
                return once.carryOut(duty);
            }
        };
        try (var runner = runner(database, QUICK, forEver)) {
            Eventually.holds(() -> assertThat(open("OPEN")).isZero());
        }
        assertThat(open("DONE")).isEqualTo(1);
    }

    @Test
    void a_transaction_that_fails_leaves_nothing_behind() {
        added();
        var begun = new AtomicInteger();
        try (var runner = runner(database, QUICK, handler(true, d -> {
            database.handle(h -> h.execute("insert into effect (duty) values (?)", d.id()));
            if (begun.incrementAndGet() == 1) throw new IllegalStateException("no");
            return new DutyHandler.Result.Done();
        }))) {
            awaitDone(1);
        }

        assertThat(effects()).hasSize(1);
    }

    @Test
    void the_duty_of_a_killed_holder_is_taken_over_when_its_lease_ends() {
        Duty duty = added();
        duties.lease("killed", Set.of("effect"), Duration.ofMillis(300), 1);
        try (var runner = runner(database, QUICK, writing(database))) {
            awaitDone(1);
        }

        assertThat(effects()).containsExactly(duty.id());
    }

    @Test
    void a_holder_that_was_only_slow_undoes_its_work_when_another_took_over() throws Exception {
        Duty duty = added();
        Database another = TestEngine.open(address);
        var slowBegan = new CountDownLatch(1);
        var otherDone = new CountDownLatch(1);
        var stuck = new DutyRunner.Pace(Duration.ofHours(1), Duration.ofMillis(200), 1);
        var slow = handler(true, d -> {
            another.handle(h -> h.select("select 1").mapTo(Integer.class).one());
            slowBegan.countDown();
            await(otherDone);
            another.handle(h -> h.execute("insert into effect (duty) values (?)", d.id()));
            return new DutyHandler.Result.Done();
        });
        try (another;
                var first = runner(another, stuck, slow)) {
            assertThat(slowBegan.await(30, TimeUnit.SECONDS)).isTrue();
            try (var second = runner(database, QUICK, writing(database))) {
                awaitDone(1);
            }
            otherDone.countDown();
        }

        assertThat(effects()).containsExactly(duty.id());
    }

    @Test
    void a_long_piece_of_work_keeps_its_lease() throws Exception {
        added();
        var begun = new ConcurrentLinkedQueue<Duty>();
        var renewing = new DutyRunner.Pace(Duration.ofMillis(50), Duration.ofMillis(1500), 4);
        var longWork = handler(false, d -> {
            begun.add(d);
            pause(Duration.ofSeconds(3));
            return new DutyHandler.Result.Done();
        });
        try (var first = runner(database, renewing, longWork);
                var second = runner(database, renewing, longWork)) {
            awaitDone(1);
        }

        assertThat(begun).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration length) {
        java.util.concurrent.locks.LockSupport.parkNanos(length.toNanos());
    }
}
