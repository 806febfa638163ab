package amends.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is opened one after the other and closed the other way round, once; one that fails does not stop the rest.
 * Whoever closes while another closes waits until that is done: a process that is asked to end must not cut it short.
 */
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    /** Any thread; what is opened too late is closed at once. */
    <T extends AutoCloseable> T with(T part) {
        lock.lock();
        try {
            if (closed) close(part);
            else opened.push(part);
            return part;
        } finally {
            lock.unlock();
        }
    }

    /** Closes this part before the others. */
    void now(AutoCloseable part) {
        lock.lock();
        try {
            if (opened.remove(part)) close(part);
        } finally {
            lock.unlock();
        }
    }

    /** Closes also when the process is asked to end. */
    void atExitToo() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("closing").unstarted(this::close));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                opened.forEach(Closing::close);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
        }
    }
}
