package amends.kernel.jdbc;

import amends.kernel.Cancellable;
import amends.kernel.StoreAvailability;
import amends.kernel.StoreAvailability.Available;
import amends.kernel.StoreAvailability.Problem;
import amends.kernel.StoreAvailability.Unavailable;
import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of one desk. Opening never fails because the database is away: it is connected and brought to the
 * program's version in the background, tried again and again, and found again after every loss. Until then every call
 * is refused at once with {@link StoreUnavailable}.
 *
 * <p>A transaction belongs to the thread that began it; whatever repository is used inside joins it.
 */
public final class Database implements Transactions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int MOST_TRIES = 6;
    private final ScopedValue<Scope> current = ScopedValue.newInstance();
    private final Connector connector;
    /**
     * On H2 one transaction at a time: when two write at once and the process is killed, an index may be stored without
     * a row that its table has (decision 0061). On PostgreSQL as many as there are connections: who waits for others of
     * this process must not take the database for gone.
     */
    private final Semaphore turns;

    private Database(Connector connector, int atOnce) {
        this.connector = connector;
        this.turns = new Semaphore(atOnce, true);
    }

    /** Begins to connect, and returns at once. */
    public static Database open(DatabaseAddress address, Timekeeper time) {
        var connector = new Connector(address, time);
        connector.start();
        return new Database(connector, address.isH2() ? 1 : Connector.AT_ONCE);
    }

    /** Whether each person can have a login of their own here. */
    public boolean isPostgresql() {
        return connector.isPostgresql();
    }

    /** Closed by its owner; never again open. */
    boolean isClosed() {
        return connector.isClosed();
    }

    public StoreAvailability availability() {
        return connector.availability();
    }

    /** Tells at once how it stands, then every change in order, on whichever thread found out: hand it on at once. */
    public Cancellable onAvailability(Consumer<StoreAvailability> listener) {
        return connector.onAvailability(listener);
    }

    /** Waits until the database can be used. @return whether it can */
    public boolean awaitAvailable(Duration most) {
        return connector.awaitAvailable(most);
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return handle(handle -> work.get());
    }

    /** Does the work on the connection of the calling thread's transaction, or in a transaction of its own. */
    public <T> T handle(Function<Handle, T> work) {
        return current.isBound() ? join(current.get(), work) : outermost(work);
    }

    /**
     * As {@link #handle}, for work that inserts a row unless it is there: when another transaction inserts it at the
     * same moment, the work is tried again and then finds it.
     */
    public <T> T insertingHandle(Function<Handle, T> work) {
        return handle(handle -> {
            try {
                return work.apply(handle);
            } catch (JdbiException e) {
                if (SqlFailure.isDuplicate(e)) throw new Contended(e);
                throw e;
            }
        });
    }

    private <T> T join(Scope scope, Function<Handle, T> work) {
        try {
            return work.apply(scope.handle);
        } catch (RuntimeException e) {
            scope.failed = true;
            throw translated(e);
        }
    }

    private <T> T outermost(Function<Handle, T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (Contended e) {
                if (tries == MOST_TRIES) throw new StoreUnavailable("others kept changing the same rows", e);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000L << tries));
            }
        }
    }

    private <T> T once(Function<Handle, T> work) {
        turns.acquireUninterruptibly();
        try {
            return inTurn(work);
        } finally {
            turns.release();
        }
    }

    private <T> T inTurn(Function<Handle, T> work) {
        if (!(connector.availability() instanceof Available))
            throw new StoreUnavailable("the database is away: " + connector.availability(), null);
        // An interrupt from before waits until the work is done: the pool would give no connection.
        boolean interrupted = Thread.interrupted();
        try (Handle handle = connector.handle()) {
            handle.begin();
            return inside(handle, work);
        } catch (RuntimeException e) {
            throw translated(e);
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private <T> T inside(Handle handle, Function<Handle, T> work) {
        var scope = new Scope(handle);
        boolean kept = false;
        try {
            T result = ScopedValue.where(current, scope).call(() -> work.apply(handle));
            if (scope.failed) throw new IllegalStateException("a part of the transaction failed and was ignored");
            handle.commit();
            kept = true;
            return result;
        } finally {
            if (!kept) rollback(handle);
        }
    }

    private static void rollback(Handle handle) {
        try {
            if (handle.isInTransaction()) handle.rollback();
        } catch (JdbiException e) {
            LOG.debug("nothing was kept, and rolling back failed", e);
        }
    }

    private RuntimeException translated(RuntimeException e) {
        if (!(e instanceof JdbiException)) return e;
        if (SqlFailure.isContention(e)) return new Contended(e);
        if (SqlFailure.isInterruption(e)) return new StoreUnavailable("interrupted", e);
        var problem = SqlFailure.problem(e);
        if (problem.isEmpty()) return new StoreRefused(SqlFailure.reason(e), e);
        connector.lost(problem.get(), SqlFailure.reason(e));
        return new StoreUnavailable(SqlFailure.reason(e), e);
    }

    /** Waits for what is being done at most a few seconds. Calls after it are refused. */
    @Override
    public void close() {
        connector.close();
    }

    private static final class Scope {
        private final Handle handle;
        private boolean failed;

        Scope(Handle handle) {
            this.handle = handle;
        }
    }

    static Unavailable unavailable(Throwable failure) {
        return new Unavailable(
                SqlFailure.problem(failure).orElse(Problem.MIGRATION_FAILED), SqlFailure.reason(failure));
    }
}
