package amends.recording;

import amends.media.Pcm;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries frames from the media thread to the recording's own thread without a lock: one writes, one reads. Every
 * frame has the number of its tick, so that a reader sees which are missing. When it is full a frame is dropped and
 * counted; the media thread never waits.
 */
final class FrameRing {
    private static final int PAIR = 2 * Pcm.FRAME;
    private final int capacity;
    private final short[] samples;
    private final long[] ticks;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong tick = new AtomicLong();

    /** @param capacity frames of 20 ms that may wait */
    FrameRing(int capacity) {
        this.capacity = capacity;
        samples = new short[capacity * PAIR];
        ticks = new long[capacity];
    }

    /** The media thread's side. Copies. */
    void offer(short[] customer, short[] agent) {
        long now = tick.getPlain();
        tick.setOpaque(now + 1);
        long place = written.getPlain();
        if (place - read.getAcquire() >= capacity) {
            dropped.setOpaque(dropped.getPlain() + 1);
            return;
        }
        int slot = (int) (place % capacity);
        System.arraycopy(customer, 0, samples, slot * PAIR, Pcm.FRAME);
        System.arraycopy(agent, 0, samples, slot * PAIR + Pcm.FRAME, Pcm.FRAME);
        ticks[slot] = now;
        written.setRelease(place + 1);
    }

    /** The reader's side. @return the tick of the frame taken, from 0, or -1 when none waits */
    long take(short[] customer, short[] agent) {
        long place = read.getPlain();
        if (place == written.getAcquire()) return -1;
        int slot = (int) (place % capacity);
        System.arraycopy(samples, slot * PAIR, customer, 0, Pcm.FRAME);
        System.arraycopy(samples, slot * PAIR + Pcm.FRAME, agent, 0, Pcm.FRAME);
        long taken = ticks[slot];
        read.setRelease(place + 1);
        return taken;
    }

    /** How many frames were offered, dropped ones included: the tick that comes next. Any thread. */
    long offered() {
        return tick.getOpaque();
    }

    /** How many frames were lost so far. Any thread. */
    long dropped() {
        return dropped.getOpaque();
    }
}
