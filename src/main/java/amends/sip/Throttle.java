package amends.sip;

import amends.kernel.Timekeeper;
import java.util.concurrent.atomic.AtomicLong;

/** Lets so many a second pass, twice as many at once after a pause. Any thread. */
final class Throttle {
    private final Timekeeper time;
    private final long interval;
    private final long burst;
    /** When the next one would be due if all kept their distance. */
    private final AtomicLong due;

    Throttle(int perSecond, Timekeeper time) {
        this.time = time;
        interval = 1_000_000_000L / perSecond;
        burst = 2_000_000_000L;
        due = new AtomicLong(time.nanos());
    }

    boolean passes() {
        long now = time.nanos();
        while (true) {
            long was = due.get();
            long next = (was - now < 0 ? now : was) + interval;
            if (next - now > burst) return false;
            if (due.compareAndSet(was, next)) return true;
        }
    }
}
