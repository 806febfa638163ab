package amends.kernel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.StoreAvailability;
import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class DatabaseTest {
    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        database.handle(h -> h.execute("create table thing (id uuid primary key, at timestamp(6) with time zone)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void put(UUID id) {
        database.handle(h -> h.execute("insert into thing (id) values (?)", id));
    }

    private long count() {
        return database.handle(
                h -> h.select("select count(*) from thing").mapTo(Long.class).one());
    }

    @Test
    void what_joins_a_transaction_is_kept_together() {
        database.run(() -> {
            put(UUID.randomUUID());
            database.run(() -> put(UUID.randomUUID()));
        });

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void a_failure_at_the_end_undoes_what_joined() {
        assertThatThrownBy(() -> database.run(() -> {
                    database.run(() -> put(UUID.randomUUID()));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(count()).isZero();
    }

    @Test
    void a_part_that_failed_fails_the_whole_even_when_ignored() {
        assertThatThrownBy(() -> database.run(() -> {
                    put(UUID.randomUUID());
                    try {
                        database.handle(h -> h.execute("insert into nothing values (1)"));
                    } catch (StoreRefused e) {
                        put(new UUID(0, 1));
                    }
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(count()).isZero();
    }

    @Test
    void a_broken_rule_of_the_tables_is_a_refusal() {
        UUID id = UUID.randomUUID();
        put(id);

        assertThatThrownBy(() -> put(id)).isInstanceOf(StoreRefused.class);
    }

    @Test
    void an_instant_of_the_hour_that_comes_twice_is_read_as_written() {
        Instant at = Instant.parse("2026-10-25T00:30:00.123456Z");
        database.handle(h -> h.execute("insert into thing (id, at) values (?, ?)", UUID.randomUUID(), at));

        Instant read = database.handle(
                h -> h.select("select at from thing").mapTo(Instant.class).one());

        assertThat(read).isEqualTo(at);
    }

    @Test
    void two_transactions_that_block_each_other_are_both_kept_in_the_end() throws Exception {
        database.handle(h -> h.execute("create table tally (name varchar(9) primary key, n integer not null)"));
        database.handle(h -> h.execute("insert into tally values ('a', 0), ('b', 0)"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String[] order : List.of(new String[] {"a", "b"}, new String[] {"b", "a"}))
                threads.submit(() -> {
                    for (int i = 0; i < 25; i++)
                        database.run(() -> {
                            for (String name : order)
                                database.handle(h -> h.execute("update tally set n = n + 1 where name = ?", name));
                        });
                });
        }

        long sum = database.handle(
                h -> h.select("select sum(n) from tally").mapTo(Long.class).one());
        assertThat(sum).isEqualTo(100);
    }

    @Test
    void a_row_that_two_insert_at_once_unless_it_is_there_is_kept_once() throws Exception {
        UUID id = UUID.randomUUID();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < 8; t++)
                threads.submit(() -> database.insertingHandle(h -> h.execute(
                        "insert into thing (id) select ? where not exists (select 1 from thing where id = ?)",
                        id,
                        id)));
        }

        assertThat(count()).isEqualTo(1);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The network gives a statement ten seconds: who waits for another's rows must be told before. */
    @Test
    void who_waits_long_for_a_row_that_another_holds_does_not_take_the_database_for_gone() throws Exception {
        if (engine != TestEngine.POSTGRESQL) return;
        String most = database.handle(
                h -> h.createQuery("show lock_timeout").mapTo(String.class).one());
        assertThat(most).isEqualTo("5s");
        UUID id = UUID.randomUUID();
        put(id);
        var held = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> database.handle(h -> {
                h.execute("update thing set at = null where id = ?", id);
                held.countDown();
                return awaited(free);
            }));
            held.await();
            assertThatThrownBy(() -> database.handle(h -> {
                        h.execute("set local lock_timeout = '20ms'");
                        return h.execute("update thing set at = null where id = ?", id);
                    }))
                    .isInstanceOf(StoreUnavailable.class);
            free.countDown();
        }
        assertThat(database.availability()).isInstanceOf(StoreAvailability.Available.class);
    }

    @Test
    void the_server_is_the_newest_postgresql() {
        if (engine != TestEngine.POSTGRESQL) return;
        String version = database.handle(
                h -> h.select("show server_version").mapTo(String.class).one());

        assertThat(version).startsWith("18");
    }
}
