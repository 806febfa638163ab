package amends.media;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Measures the way of a sound: a short tone each second, at another place in its frame each time, and how long after it
 * was said it is heard. One thread says, one hears.
 */
public final class Marker {
    private static final int TONE_SAMPLES = Pcm.RATE * 80 / 1000;
    private static final int AMPLITUDE = 14_000;
    private static final int HEARD = 3_000;
    private static final long NOBODY = Long.MIN_VALUE;

    private final LongConsumer onHeard;
    private final AtomicLong saidAt = new AtomicLong(NOBODY);
    private long sample;
    private long next = Pcm.RATE;

    /** @param onHeard told how many nanoseconds a tone was on its way, on the thread that hears */
    public Marker(LongConsumer onHeard) {
        this.onHeard = onHeard;
    }

    /** @param at when the last of these samples was in the air, the others having been there before, in nanoseconds */
    public void say(short[] samples, long at) {
        for (int i = 0; i < samples.length; i++, sample++) {
            long into = sample - next;
            samples[i] = into < 0 || into >= TONE_SAMPLES ? 0 : tone(into);
            if (into == 0) saidAt.set(at - nanos(samples.length - i));
            if (into == TONE_SAMPLES) next += Pcm.RATE + Pcm.RATE * 7 / 1000;
        }
    }

    private static short tone(long into) {
        return (short) (AMPLITUDE * Math.sin(2 * Math.PI * 1000 * into / Pcm.RATE));
    }

    /** @param at when the first of these samples is in the air, in nanoseconds */
    public void hear(short[] samples, long at) {
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) <= HEARD) continue;
            long said = saidAt.getAndSet(NOBODY);
            if (said != NOBODY) onHeard.accept(at + nanos(i) - said);
        }
    }

    private static long nanos(int samples) {
        return samples * 1_000_000_000L / Pcm.RATE;
    }
}
