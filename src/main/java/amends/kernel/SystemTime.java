package amends.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

enum SystemTime implements Timekeeper {
    INSTANCE;

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
