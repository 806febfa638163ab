package amends.kernel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.StoreAvailability;
import amends.kernel.StoreAvailability.Available;
import amends.kernel.StoreAvailability.Problem;
import amends.kernel.StoreAvailability.Unavailable;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(1) // It is long, and begins with the first.
class AvailabilityTest {
    @TempDir
    Path folder;

    private final List<StoreAvailability> told = new CopyOnWriteArrayList<>();
    private DatabaseAddress direct;
    private DatabaseAddress throughWire;
    private CuttableWire wire;

    @BeforeEach
    void wire() {
        direct = TestEngine.POSTGRESQL.newDatabase(folder);
        wire = new CuttableWire(TestEngine.serverPort());
        throughWire = new DatabaseAddress(
                direct.url().replace(":" + TestEngine.serverPort() + "/", ":" + wire.port() + "/"),
                direct.user(),
                direct.password());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private Database open(DatabaseAddress address) {
        Database database = Database.open(address, Timekeeper.system());
        database.onAvailability(told::add);
        return database;
    }

    private static void ask(Database database) {
        database.handle(h -> h.select("select 1").mapTo(Integer.class).one());
    }

    private static void awaitProblem(Database database, Problem problem) {
        Eventually.holds(() -> assertThat(database.availability())
                .isInstanceOfSatisfying(
                        Unavailable.class, u -> assertThat(u.problem()).isEqualTo(problem)));
    }

    @Test
    void a_database_that_is_absent_at_the_start_is_found_when_it_comes() {
        wire.cut();
        try (Database database = open(throughWire)) {
            awaitProblem(database, Problem.UNREACHABLE);
            assertThatThrownBy(() -> ask(database)).isInstanceOf(StoreUnavailable.class);

            wire.mend();
            assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
            ask(database);
            assertThat(told.getLast()).isInstanceOf(Available.class);
        }
    }

    @Test
    void while_it_is_away_a_call_is_refused_at_once() {
        wire.cut();
        try (Database database = open(throughWire)) {
            awaitProblem(database, Problem.UNREACHABLE);
            long before = System.nanoTime();
            for (int i = 0; i < 100; i++)
                assertThatThrownBy(() -> ask(database)).isInstanceOf(StoreUnavailable.class);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_database_that_is_lost_is_found_again_by_itself() {
        try (Database database = open(throughWire)) {
            assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
            wire.cut();
            assertThatThrownBy(() -> ask(database)).isInstanceOf(StoreUnavailable.class);
            awaitProblem(database, Problem.UNREACHABLE);

            wire.mend();
            assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
            ask(database);
        }
    }

    @Test
    void a_network_that_swallows_everything_is_noticed_without_anybody_asking() {
        try (Database database = open(throughWire)) {
            assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
            wire.swallow();
            awaitProblem(database, Problem.UNREACHABLE);

            wire.mend();
            assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
        }
    }

    @Test
    void a_wrong_password_is_told_as_such() {
        try (Database database = open(new DatabaseAddress(direct.url(), "nobody", "wrong"))) {
            awaitProblem(database, Problem.WRONG_PASSWORD);
        }
    }

    @Test
    void a_wrong_user_of_an_h2_file_is_told_as_such() {
        DatabaseAddress file = TestEngine.H2.newDatabase(folder);
        TestEngine.open(file).close();
        try (Database database = open(new DatabaseAddress(file.url(), "somebody", "wrong"))) {
            awaitProblem(database, Problem.WRONG_PASSWORD);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_and_tried_again() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file, no folder");
        try (Database database = open(new DatabaseAddress("jdbc:h2:file:" + blocked.resolve("amends"), "", ""))) {
            awaitProblem(database, Problem.UNREACHABLE);
            Files.delete(blocked);

            assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
        }
    }

    @Test
    void a_database_that_the_server_does_not_have_is_told_as_such() {
        try (Database database = open(new DatabaseAddress(direct.url() + "x", "postgres", "postgres"))) {
            awaitProblem(database, Problem.NO_SUCH_DATABASE);
        }
    }

    @Test
    void desks_that_migrate_one_postgresql_at_once_all_come_up() {
        try (Database a = open(direct);
                Database b = open(direct);
                Database c = open(direct)) {
            assertThat(a.awaitAvailable(Duration.ofSeconds(60))).isTrue();
            assertThat(b.awaitAvailable(Duration.ofSeconds(60))).isTrue();
            assertThat(c.awaitAvailable(Duration.ofSeconds(60))).isTrue();
            assertThat(told).noneMatch(Unavailable.class::isInstance);
        }
    }

    @Test
    void a_thread_that_was_interrupted_before_still_works_and_stays_interrupted() {
        try (Database database = TestEngine.H2.open(folder)) {
            Thread.currentThread().interrupt();
            ask(database);

            assertThat(Thread.interrupted()).isTrue();
            ask(database);
        }
    }

    @Test
    void threads_interrupted_while_they_write_do_not_cost_the_h2_file() throws Exception {
        try (Database database = TestEngine.H2.open(folder)) {
            database.onAvailability(told::add);
            database.handle(h -> h.execute("create table thing (id bigint)"));
            for (int i = 0; i < 40; i++) {
                Thread writer = Thread.ofVirtual().start(() -> writeALot(database));
                java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
                writer.interrupt();
                writer.join();
            }

            assertThat(told).noneMatch(Unavailable.class::isInstance);
            ask(database);
        }
    }

    private static void writeALot(Database database) {
        try {
            for (int i = 0; i < 50; i++) database.handle(h -> h.execute("insert into thing values (1)"));
        } catch (StoreUnavailable e) {
            // what an interrupt may cost: this thread's work, tried again by its owner
        }
    }
}
