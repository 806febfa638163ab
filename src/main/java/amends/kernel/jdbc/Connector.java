package amends.kernel.jdbc;

import amends.kernel.Cancellable;
import amends.kernel.StoreAvailability;
import amends.kernel.StoreAvailability.Available;
import amends.kernel.StoreAvailability.Opening;
import amends.kernel.StoreAvailability.Problem;
import amends.kernel.StoreAvailability.Unavailable;
import amends.kernel.StoreUnavailable;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the way to the database open: one virtual thread connects, migrates, looks after it and reconnects. */
final class Connector implements AutoCloseable {
    /** Transactions at once; one connection more looks whether the database is there. */
    static final int AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 2000;
    /** Who waits longer for another's rows tries again: it must never look as if the network had swallowed the answer. */
    private static final String LOCKS_WAIT = "set lock_timeout = '5s'";

    private final DatabaseAddress address;
    private final DataSource direct;
    private final Timekeeper time;
    private final Subscribers<StoreAvailability> subscribers = new Subscribers<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private volatile StoreAvailability availability = new Opening();
    private volatile HikariDataSource pool;
    private volatile Jdbi jdbi;
    private boolean closed;

    Connector(DatabaseAddress address, Timekeeper time) {
        this.address = address;
        this.time = time;
        direct = DirectConnections.to(address);
        thread = Thread.ofVirtual().name("store-connector").unstarted(this::look);
    }

    void start() {
        thread.start();
    }

    boolean isPostgresql() {
        return !address.isH2();
    }

    StoreAvailability availability() {
        return availability;
    }

    Cancellable onAvailability(Consumer<StoreAvailability> listener) {
        lock.lock();
        try {
            listener.accept(availability);
            return subscribers.add(listener);
        } finally {
            lock.unlock();
        }
    }

    boolean awaitAvailable(Duration most) {
        long until = time.nanos() + most.toNanos();
        lock.lock();
        try {
            long left;
            while (!(availability instanceof Available) && !closed && (left = until - time.nanos()) > 0)
                changed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return availability instanceof Available;
    }

    Handle handle() {
        Jdbi ready = jdbi;
        if (ready == null) throw new StoreUnavailable("the database is closed", null);
        return ready.open();
    }

    /** Somebody's work found the database gone. */
    void lost(Problem problem, String reason) {
        set(new Unavailable(problem, reason));
    }

    private void look() {
        Duration pause = FIRST_PAUSE;
        while (!isClosed()) {
            boolean there = probe();
            pause = there ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            await(there ? LONGEST_PAUSE : pause);
        }
    }

    private boolean probe() {
        try {
            if (pool == null) connectFirst();
            else checkAgain();
            set(new Available());
            return true;
        } catch (SQLException | RuntimeException e) {
            set(Database.unavailable(e));
            return false;
        }
    }

    private void connectFirst() throws SQLException {
        // Opened by hand first, so that a wrong password or a busy file is told as such; held, so that H2 stays open.
        try (Connection first = direct.getConnection()) {
            SchemaVersion.of(direct, address).reached(first);
            HikariDataSource opened = openPool();
            jdbi = Jdbi.create(opened).installPlugin(new HouseTypes());
            pool = opened;
        }
    }

    private HikariDataSource openPool() throws SQLException {
        HikariDataSource opened = new HikariDataSource(poolSettings());
        try {
            opened.getConnection().close();
            return opened;
        } catch (SQLException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private HikariConfig poolSettings() {
        var settings = new HikariConfig();
        settings.setDataSource(direct);
        settings.setPoolName("amends-store");
        settings.setMaximumPoolSize(AT_ONCE + 1);
        settings.setMinimumIdle(1);
        settings.setIdleTimeout(60_000);
        settings.setConnectionTimeout(CONNECT_MILLIS);
        settings.setValidationTimeout(1000);
        settings.setInitializationFailTimeout(-1);
        if (isPostgresql()) settings.setConnectionInitSql(LOCKS_WAIT);
        return settings;
    }

    private void checkAgain() throws SQLException {
        if (availability instanceof Available) {
            try (Connection connection = pool.getConnection()) {
                if (!connection.isValid(2)) throw new SQLException("the connection is not answered", "08006");
            }
        } else {
            direct.getConnection().close();
            pool.getHikariPoolMXBean().softEvictConnections();
            pool.getConnection().close();
        }
    }

    private void set(StoreAvailability now) {
        lock.lock();
        try {
            if (closed || now.equals(availability)) return;
            if (now instanceof Unavailable a && availability instanceof Unavailable b && a.problem() == b.problem())
                return;
            availability = now;
            if (now instanceof Available) LOG.info("the database {} is there", address);
            else LOG.warn("the database {} is away: {}", address, now);
            changed.signalAll();
            subscribers.publish(now);
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void await(Duration pause) {
        long left = pause.toNanos();
        lock.lock();
        try {
            boolean wasThere = availability instanceof Available;
            while (left > 0 && !closed && wasThere == availability instanceof Available)
                left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            availability = new Unavailable(Problem.UNREACHABLE, "closed");
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        join();
        if (pool != null) pool.close();
    }

    private void join() {
        try {
            if (!thread.join(Duration.ofSeconds(5))) LOG.warn("the database {} was closed while it connected", address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
