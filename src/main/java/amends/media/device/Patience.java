package amends.media.device;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for a device without handing the thread to it: Java Sound's own reads and writes wait for ever when a device
 * has gone.
 */
record Patience(String reason) {
    private static final long STEP_NANOS = 4_000_000L;
    private static final int STEPS = 500;

    /** @throws IOException when it has not come true within two seconds or so */
    void until(BooleanSupplier ready) throws IOException {
        for (int i = 0; i < STEPS; i++) {
            if (ready.getAsBoolean()) return;
            LockSupport.parkNanos(STEP_NANOS);
        }
        throw new IOException(reason);
    }
}
