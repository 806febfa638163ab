package amends.media.device;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Frames on their way between two clocks. What the slower one cannot take is dropped from the old end, down to a
 * cushion, so that a device that was held up does not leave a delay behind. One thread puts, one takes; putting never
 * waits.
 */
final class FrameRing {
    private final ArrayBlockingQueue<short[]> frames;
    private final int cushion;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong starved = new AtomicLong();
    private volatile boolean flowing;

    /** @param most frames held @param cushion frames awaited before the flow begins, and left when it overflows */
    FrameRing(int most, int cushion) {
        frames = new ArrayBlockingQueue<>(most);
        this.cushion = cushion;
    }

    /** Copies the frame in. */
    void put(short[] frame) {
        if (frames.remainingCapacity() == 0)
            while (frames.size() > cushion && frames.poll() != null) dropped.incrementAndGet();
        frames.offer(frame.clone());
        if (frames.size() >= cushion) flowing = true;
    }

    /** @return null when nothing is there, or the cushion is not */
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

    private void starve() {
        starved.incrementAndGet();
        flowing = false;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Frames thrown away since the taker was too slow. */
    long dropped() {
        return dropped.get();
    }

    /** How often the taker found nothing. */
    long starved() {
        return starved.get();
    }
}
