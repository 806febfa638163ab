package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes true in its own time. */
final class Eventually {
    private Eventually() {}

    static void is(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
            met = condition.getAsBoolean();
        }
        assertThat(met).isTrue();
    }
}
