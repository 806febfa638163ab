package amends.telephony.sip;

import amends.kernel.Loop;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Has the server asked whether it is there when something says that it may not be: a moment later, so that the desks of
 * a house do not all ask at once, and seldom, however often it is doubted. Knows what the server answered. Call loop.
 */
final class Doubt {
    private static final Duration SELDOM = Duration.ofSeconds(10);
    private static final int SPREAD_MS = 1_000;

    private final Loop loop;
    private final Timekeeper time;
    private final RandomGenerator random;
    private final Runnable ask;
    private long restsUntil;
    private boolean pending;
    private long answers;

    Doubt(Loop loop, Timekeeper time, RandomGenerator random, Runnable ask) {
        this.loop = loop;
        this.time = time;
        this.random = random;
        this.ask = ask;
        restsUntil = time.nanos();
    }

    /** The server said something. */
    void answered() {
        answers++;
    }

    /** How much it has said so far: who asks twice knows whether it is there. */
    long answers() {
        return answers;
    }

    void raise() {
        if (pending) return;
        pending = true;
        Duration rest = Duration.ofNanos(Math.max(0, restsUntil - time.nanos()));
        loop.after(rest.plusMillis(random.nextInt(SPREAD_MS)), () -> {
            pending = false;
            restsUntil = time.nanos() + SELDOM.toNanos();
            ask.run();
        });
    }
}
