package amends.promise.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.MovedClock;
import amends.law.BesideWhatWaits;
import amends.promise.PromiseClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand promises fall due while everything goes wrong: processes are killed, the clock is moved forth and back,
 * the database goes away. Each fires once. {@code -Damends.gone-seconds=60} takes the database away for a real minute
 * instead of a minute of the moved clock.
 */
@BesideWhatWaits
class ThousandPromisesIT {
    private static final int PROMISES = 1000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int GONE_SECONDS = Integer.getInteger("amends.gone-seconds", 0);

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private EmbeddedPostgres server;
    private MovedClock clock;
    private DatabaseAddress address;
    private Database database;

    @AfterEach
    void close() throws IOException {
        processes.forEach(Process::destroyForcibly);
        if (database != null) database.close();
        if (server != null) server.close();
    }

    private void openServer(int port) throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private Process services() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PromiseServices.class.getName(),
                        address.url(),
                        address.user(),
                        address.password(),
                        clock.file().toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve("services-" + processes.size() + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private static void killed(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Asks until the database answers. */
    private long count(String sql) {
        for (int tries = 0; ; tries++) {
            try {
                database.awaitAvailable(Duration.ofSeconds(60));
                return database.handle(h -> h.select(sql).mapTo(Long.class).one());
            } catch (StoreUnavailable e) {
                assertThat(tries).as(e.getMessage()).isLessThan(10);
            }
        }
    }

    private long fired() {
        return count("select count(*) from promise_event where act = 'FELL_DUE'");
    }

    private static void await(String what, int seconds, BooleanSupplier happened) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(until);
            Thread.sleep(20);
        }
    }

    /** Lets the clock run until then, as fast as what falls due is seen to. */
    private void runTo(Duration ahead) throws InterruptedException {
        while (clock.ahead().compareTo(ahead) < 0) {
            clock.moveTo(clock.ahead().plusSeconds(20));
            Instant now = clock.now();
            await("what is due by " + now, 30, () -> dueBy(now) == 0);
        }
    }

    private long dueBy(Instant now) {
        return count("select count(*) from duty where state = 'OPEN' and kind = 'promise-falls-due' and due <= '" + now
                + "'");
    }

    private Instant begin() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        openServer(port);
        address = new DatabaseAddress("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
        clock = new MovedClock(folder.resolve("clock"));
        clock.moveTo(Duration.ZERO);
        database = Database.open(address, Timekeeper.system());
        assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
        return ManyPromises.make(database, clock, PROMISES);
    }

    @Test
    void a_thousand_fire_once_over_kills_moved_clocks_and_a_database_that_goes_away() throws Exception {
        begin();
        Process first = services();
        services();

        // Time runs: some are reminded of, some fall due, in time.
        runTo(MINUTE.multipliedBy(6));
        assertThat(fired()).isGreaterThan(200);

        // The clock is put back by an hour: nothing happens a second time, nor anything new.
        Duration before = clock.ahead();
        clock.moveTo(before.minus(HOUR));
        Thread.sleep(400);
        long seen = fired();
        Thread.sleep(600);
        assertThat(fired()).isEqualTo(seen);
        clock.moveTo(before);

        // The database goes away for a minute, and one of the processes is killed meanwhile.
        server.close();
        if (GONE_SECONDS > 0) Thread.sleep(GONE_SECONDS * 1000L);
        else clock.moveTo(clock.ahead().plus(MINUTE));
        killed(first);
        openServer(server.getPort());
        Process third = services();
        assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
        long away = fired();
        runTo(clock.ahead().plus(MINUTE));
        assertThat(fired()).isGreaterThan(away + 40);

        // The clock is put forward by an hour: all that is left is due at once; everybody dies over it.
        clock.moveTo(clock.ahead().plus(HOUR));
        await("the rest to begin", 30, () -> fired() > 600);
        for (Process each : List.copyOf(processes)) killed(each);
        assertThat(fired()).as("killed in the middle of it").isLessThan(PROMISES);
        services();
        services();
        await("the rest", 60, () -> count("select count(*) from duty where state = 'OPEN'") == 0);

        eachFiredOnce();
        assertThat(third.isAlive()).isFalse();
    }

    private void eachFiredOnce() {
        for (String act : List.of("REMINDED", "FELL_DUE")) {
            assertThat(count("select count(*) from promise_event where act = '" + act + "'"))
                    .as(act)
                    .isEqualTo(PROMISES);
            assertThat(count("select count(distinct promise) from promise_event where act = '" + act + "'"))
                    .as(act + " of each")
                    .isEqualTo(PROMISES);
        }
        assertThat(count("select count(*) from promise where state = 'OVERDUE' and reminded is not null"))
                .isEqualTo(PROMISES);
        assertThat(count("select count(*) from failure where kind = 'PROMISE_BROKEN'"))
                .isEqualTo(PROMISES);
        assertThat(count("select count(*) from duty where state = 'DONE' and kind like 'promise-%'"))
                .isEqualTo(2 * PROMISES);
        String late = PromiseClock.LATE_AFTER.toSeconds() + " seconds";
        assertThat(count("select count(*) from promise_event where planned is not null"
                        + " and late <> (at > planned + interval '" + late + "')"))
                .as("late ones are marked late, and no others")
                .isZero();
        long marked = count("select count(*) from promise_event where act = 'FELL_DUE' and late");
        System.out.println("fired " + fired() + " of " + PROMISES + ", none twice, late " + marked);
        assertThat(marked).isBetween(500L, 900L);
    }
}
