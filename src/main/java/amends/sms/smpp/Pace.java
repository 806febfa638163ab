package amends.sms.smpp;

import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets so many messages leave in a second, evenly, and none for a while after the centre said that it was too fast. */
final class Pace {
    private static final Duration REST = Duration.ofSeconds(1);
    private static final long SECOND = 1_000_000_000L;
    private final long step;
    private final Timekeeper time;
    private final ReentrantLock lock = new ReentrantLock();
    private long next;

    Pace(int perSecond, Timekeeper time) {
        step = SECOND / perSecond;
        this.time = time;
        next = time.nanos();
    }

    /** Blocks until it is the caller's turn. */
    void await() {
        long turn;
        lock.lock();
        try {
            turn = Math.max(time.nanos(), next);
            next = turn + step;
        } finally {
            lock.unlock();
        }
        for (long left = turn - time.nanos(); left > 0; left = turn - time.nanos()) LockSupport.parkNanos(left);
    }

    void rest() {
        lock.lock();
        try {
            next = Math.max(next, time.nanos() + REST.toNanos());
        } finally {
            lock.unlock();
        }
    }
}
