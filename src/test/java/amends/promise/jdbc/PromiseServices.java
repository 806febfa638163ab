package amends.promise.jdbc;

import amends.kernel.DutyRunner;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.MovedClock;
import amends.promise.BrokenPromises;
import amends.promise.Promise;
import amends.promise.PromiseClock;
import amends.promise.PromiseStore;
import amends.recovery.Evidence;
import amends.recovery.Failure;
import amends.recovery.jdbc.JdbcFailures;
import amends.sms.jdbc.JdbcSmsBook;
import amends.staff.jdbc.JdbcStaff;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** A process that sees to what happens to promises by the clock, until it is killed. */
public final class PromiseServices {
    private PromiseServices() {}

    public static void main(String[] args) throws InterruptedException {
        var clock = new MovedClock(Path.of(args[3]));
        var database = Database.open(new DatabaseAddress(args[0], args[1], args[2]), Timekeeper.system());
        var duties = clock.duties(database);
        var store = new PromiseStore(
                database,
                new JdbcPromises(database),
                duties,
                new JdbcSmsBook(database, duties, clock),
                new JdbcStaff(database));
        new DutyRunner(
                        duties,
                        database,
                        PromiseClock.handlers(store, owed(new JdbcFailures(database)), clock),
                        clock,
                        new DutyRunner.Pace(Duration.ofMillis(100), Duration.ofSeconds(3), 8),
                        "services")
                .start();
        System.out.println("running");
        System.out.flush();
        new CountDownLatch(1).await();
    }

    /** As the house joins it. */
    private static BrokenPromises owed(JdbcFailures failures) {
        return new BrokenPromises() {
            @Override
            public void broken(Promise promise, Instant at) {
                failures.add(Failure.of(
                        new Evidence.PromiseBroken(promise.id(), promise.due()),
                        at,
                        promise.to().customer(),
                        promise.to().number()));
            }

            @Override
            public void keptAfterAll(Promise promise, Instant at) {}
        };
    }
}
