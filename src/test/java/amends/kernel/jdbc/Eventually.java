package amends.kernel.jdbc;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until an assertion holds, at most half a minute; then it fails as it stands. */
public final class Eventually {
    private static final Duration MOST = Duration.ofSeconds(30);

    private Eventually() {}

    public static void holds(Runnable assertion) {
        long until = System.nanoTime() + MOST.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > until) throw e;
                LockSupport.parkNanos(5_000_000);
            }
        }
    }
}
