package amends.media.device;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Frames on their way between two clocks. What the slower one cannot take is dropped from the old end, down to a
 * cushion, so that a device that was held up leaves no delay behind. One thread puts, one takes; putting never waits.
 */
final class FrameRing {
    /** Puts after which more than the cushion, if it was there all the time, is delay and no use. */
    private static final int WINDOW = 100;

    private final ArrayBlockingQueue<short[]> frames;
    private final int cushion;
    /** Frames beyond the cushion that are let be. */
    private final int slack;

    private final boolean trimmed;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong starved = new AtomicLong();
    private volatile boolean flowing;
    private int puts;
    private int fewest = Integer.MAX_VALUE;

    FrameRing(int most, int cushion, int slack, boolean trimmed) {
        frames = new ArrayBlockingQueue<>(most);
        this.cushion = cushion;
        this.slack = slack;
        this.trimmed = trimmed;
    }

    /** For a device whose own line has something in hand: 160 ms at most, 20 ms here. */
    static FrameRing nimble() {
        return new FrameRing(8, 1, 0, true);
    }

    /** For a device that must get everything, however late: drops only when full. */
    static FrameRing keeping(int most) {
        return new FrameRing(most, 0, 0, false);
    }

    /** Copies the frame in. */
    void put(short[] frame) {
        if (frames.remainingCapacity() == 0) dropTo(cushion);
        frames.offer(frame.clone());
        if (frames.size() >= cushion) flowing = true;
        if (trimmed) trim();
    }

    private void trim() {
        fewest = Math.min(fewest, frames.size());
        if (++puts % WINDOW != 0) return;
        if (fewest > cushion + slack) dropTo(frames.size() - (fewest - cushion));
        fewest = Integer.MAX_VALUE;
    }

    private void dropTo(int size) {
        while (frames.size() > size && frames.poll() != null) dropped.incrementAndGet();
    }

    /** @return null when nothing is there, or not yet the cushion */
    short[] poll() {
        if (!flowing) return null;
        short[] frame = frames.poll();
        if (frame == null) starve();
        return frame;
    }

    /** Waits for at most so long, for no cushion. @return null when nothing came */
    short[] poll(long millis) throws InterruptedException {
        short[] frame = frames.poll(millis, TimeUnit.MILLISECONDS);
        if (frame == null && flowing) starve();
        return frame;
    }

    /** For the taker: what waits goes nowhere, and the cushion is laid anew. */
    void forget() {
        frames.clear();
        flowing = false;
    }

    private void starve() {
        starved.incrementAndGet();
        flowing = false;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    int size() {
        return frames.size();
    }

    /** Frames thrown away since the taker was too slow. */
    long dropped() {
        return dropped.get();
    }

    /** How often the taker found nothing in the middle of a flow. */
    long starved() {
        return starved.get();
    }
}
