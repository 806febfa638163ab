package amends.simulation;

import amends.kernel.Timekeeper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that moves all simulated voices on, every 20 ms by absolute deadlines. */
final class VoicePacer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VoicePacer.class);
    private static final long STEP = 20_000_000;
    /** Being this late, the missed steps are given up rather than sent in a burst. */
    private static final long TOO_LATE = 10 * STEP;

    private final Timekeeper clock;
    private final List<CustomerVoice> voices = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    VoicePacer(Timekeeper clock) {
        this.clock = clock;
        thread = Thread.ofPlatform()
                .name("simulation-voice")
                .daemon(true)
                .priority(Thread.MAX_PRIORITY)
                .start(this::run);
    }

    void add(CustomerVoice voice) {
        voices.add(voice);
        LockSupport.unpark(thread);
    }

    void remove(CustomerVoice voice) {
        voices.remove(voice);
    }

    private void run() {
        long next = clock.nanos();
        while (!closed) {
            if (voices.isEmpty()) {
                LockSupport.park(this);
                next = clock.nanos();
                continue;
            }
            voices.forEach(this::step);
            next += STEP;
            if (clock.nanos() - next > TOO_LATE) next = clock.nanos();
            for (long left = next - clock.nanos(); left > 0 && !closed; left = next - clock.nanos())
                LockSupport.parkNanos(this, left);
        }
    }

    private void step(CustomerVoice voice) {
        try {
            voice.tick();
        } catch (RuntimeException e) {
            LOG.error("a simulated voice failed and falls silent", e);
            voices.remove(voice);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
