package amends.telephony.sip;

import amends.kernel.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Time that passes when a test says so, for parts whose clocks each keep a pace of their own. All of them live on the
 * test's thread; what comes from elsewhere (the SIP stacks) is waited for while time stands.
 */
final class SteppedTime {
    private static final Instant BEGIN = Instant.parse("2026-01-05T01:00:00Z");
    private final List<Part> parts = new ArrayList<>();
    private long now;

    /** Something that happens in this time. */
    interface Part {
        /** When it has something to do next; {@link Long#MAX_VALUE} for never. */
        long due();

        void happen();

        /** Does what others asked for, whatever the time. @return whether there was anything */
        default boolean stir() {
            return false;
        }
    }

    void add(Part part) {
        parts.add(part);
    }

    /** True nanoseconds. */
    long now() {
        return now;
    }

    void pass(Duration time) {
        long until = now + time.toNanos();
        while (true) {
            Part next = null;
            long due = until + 1;
            for (Part part : parts) {
                long its = part.due();
                if (its < due) {
                    due = its;
                    next = part;
                }
            }
            if (next == null) break;
            now = Math.max(now, due);
            next.happen();
        }
        now = until;
    }

    /** Time stands still until it is so. */
    void until(String what, BooleanSupplier met) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!met.getAsBoolean()) {
            boolean any = false;
            for (Part part : parts) any |= part.stir();
            if (any) continue;
            if (System.nanoTime() > deadline) throw new AssertionError("it did not come about in 30 s: " + what);
            LockSupport.parkNanos(50_000);
        }
    }

    /** A clock that is wrong by so many millionths. */
    Crystal crystal(int ppm) {
        return new Crystal(ppm);
    }

    final class Crystal implements Timekeeper {
        private final int ppm;

        private Crystal(int ppm) {
            this.ppm = ppm;
        }

        @Override
        public Instant now() {
            return BEGIN.plusNanos(nanos() / 1000 * 1000);
        }

        @Override
        public long nanos() {
            return shown(now);
        }

        private long shown(long truly) {
            return truly + Math.floorDiv(truly * ppm, 1_000_000);
        }

        /** When this clock shows so many nanoseconds. */
        long when(long shown) {
            long truly = shown - Math.floorDiv(shown * ppm, 1_000_000) - 1_000_000;
            truly += (shown - shown(truly)) * 1_000_000 / (1_000_000 + ppm) - 2;
            while (shown(truly) < shown) truly++;
            return truly;
        }
    }
}
