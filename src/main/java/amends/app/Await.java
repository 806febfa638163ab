package amends.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become so, where nothing tells: looks every few milliseconds. */
final class Await {
    private static final long LOOK = Duration.ofMillis(5).toNanos();

    private Await() {}

    /** @throws IllegalStateException naming what did not come in time */
    static void until(String what, Duration most, Callable<Boolean> so) throws Exception {
        long looks = most.toNanos() / LOOK;
        for (long i = 0; i < looks; i++) {
            if (so.call()) return;
            LockSupport.parkNanos(LOOK);
            if (Thread.interrupted()) throw new InterruptedException();
        }
        throw new IllegalStateException(what + " did not come within " + most.toSeconds() + " s");
    }
}
