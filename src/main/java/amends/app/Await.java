package amends.app;

import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become so, where nothing tells: looks again and again. */
final class Await {
    private static final Duration LOOK = Duration.ofMillis(5);

    private Await() {}

    /** Looks every few milliseconds. @throws IllegalStateException naming what did not come in time */
    static void until(String what, Duration most, Callable<Boolean> so) throws Exception {
        until(what, most, LOOK, so);
    }

    /** @param between looks, for what costs something to look at */
    static void until(String what, Duration most, Duration between, Callable<Boolean> so) throws Exception {
        Timekeeper time = Timekeeper.system();
        long end = time.nanos() + most.toNanos();
        while (!so.call()) {
            if (time.nanos() - end >= 0)
                throw new IllegalStateException(what + " did not come within " + most.toSeconds() + " s");
            LockSupport.parkNanos(between.toNanos());
            if (Thread.interrupted()) throw new InterruptedException();
        }
    }
}
