package amends.kernel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work for the store, done one after the other on a thread of its own in the order handed in, so that a call never waits
 * for the database. It is a platform thread: what must be kept does not wait until others leave a processor to the
 * virtual ones. While the database is away the work is held and tried again. Work under a key replaces work under the
 * same key that still waits: give it the newest whole state.
 */
public final class StoreQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreQueue.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private final String name;
    private final int most;
    private final Map<Object, Runnable> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean nudged;
    private boolean closing;

    /** @param most how much may wait; what comes then is refused, and said in the log */
    public StoreQueue(String name, int most) {
        this.name = name;
        this.most = most;
        thread = Thread.ofPlatform().daemon(true).name("store-queue-" + name).start(this::work);
    }

    /** Any thread; returns at once. */
    public void put(Object key, Runnable task) {
        lock.lock();
        try {
            if (closing || waiting.size() >= most && !waiting.containsKey(key)) {
                LOG.error("the store queue {} is {}: {} is not kept", name, closing ? "closed" : "full", key);
                return;
            }
            waiting.put(key, task);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tries now: the database is back. */
    public void nudge() {
        lock.lock();
        try {
            nudged = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How much is not stored yet. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        Duration pause = FIRST_PAUSE;
        Map.Entry<Object, Runnable> next;
        while ((next = next()) != null) {
            if (done(next)) {
                pause = FIRST_PAUSE;
                continue;
            }
            if (!rest(pause)) return;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Map.Entry<Object, Runnable> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) changed.await();
            return waiting.isEmpty()
                    ? null
                    : Map.entry(
                            waiting.keySet().iterator().next(),
                            waiting.values().iterator().next());
        } catch (InterruptedException e) {
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean done(Map.Entry<Object, Runnable> next) {
        try {
            next.getValue().run();
        } catch (StoreUnavailable e) {
            LOG.debug("{} waits for the database: {}", next.getKey(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("{} could not be kept", next.getKey(), e);
        }
        lock.lock();
        try {
            waiting.remove(next.getKey(), next.getValue());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return true;
    }

    /** @return false when the queue closes and should not try again */
    private boolean rest(Duration pause) {
        lock.lock();
        try {
            nudged = false;
            long left = pause.toNanos();
            while (left > 0 && !nudged && !closing) left = changed.awaitNanos(left);
            return !closing;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything handed in is stored. @return whether it is */
    public boolean flush(Duration mostTime) {
        lock.lock();
        try {
            long left = mostTime.toNanos();
            while (!waiting.isEmpty() && left > 0) left = changed.awaitNanos(left);
            return waiting.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Stores what waits, for at most five seconds; takes no more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waiting() > 0) LOG.error("the store queue {}: {} things were not kept", name, waiting());
    }
}
