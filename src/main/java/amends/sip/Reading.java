package amends.sip;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who reads a connection: one thread, however many the stack starts. It may start a second, when a request was begun
 * before the last connection ended and another after it; two would each take parts of a message. When the connection ends
 * they still put the stack's books in order, by the far end's address alone: whoever connects there again before they are
 * done has the new connection struck off or closed. So everybody waits for them to end. Thread-safe.
 */
final class Reading {
    /** They have nothing to do but to leave; only a busy machine takes longer than a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicReference<Thread> reader = new AtomicReference<>();
    private final Queue<Thread> others = new ConcurrentLinkedQueue<>();

    /**
     * Whether it is the current thread's to read. Of one whose it is not it returns when the connection has ended.
     */
    boolean isMine() {
        Thread me = Thread.currentThread();
        if (reader.get() == me || reader.compareAndSet(null, me)) return true;
        others.add(me);
        try {
            reader.get().join();
        } catch (InterruptedException e) {
            me.interrupt();
        }
        return false;
    }

    /** Waits, two seconds each at most, until all have ended; not for the current thread. */
    void awaitEnd() {
        await(reader.get());
        others.forEach(Reading::await);
    }

    private static void await(Thread one) {
        if (one == null || one == Thread.currentThread()) return;
        try {
            one.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
