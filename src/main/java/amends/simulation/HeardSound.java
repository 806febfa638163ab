package amends.simulation;

import amends.rtp.SequenceNumbers;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** What a simulated customer heard, each packet at its place in time. Any thread. */
final class HeardSound {
    private static final int RATE = 8_000;
    /** Three minutes; what comes later is not kept. */
    private static final int MOST = 180 * RATE;
    /** A jump of the timestamp that is no loss but another stream. */
    private static final int JUMP = RATE;

    private final ReentrantLock lock = new ReentrantLock();
    private short[] samples = new short[RATE];
    private int end;
    private long source = -1;
    private long anchor;
    private int anchoredAt;

    /** @param timestamp of the first sample, in ticks of 8 kHz */
    void add(long ssrc, long timestamp, short[] sound) {
        lock.lock();
        try {
            long offset = SequenceNumbers.ticksAhead(anchor, timestamp);
            if (ssrc != source || Math.abs(anchoredAt + offset - end) > JUMP) {
                source = ssrc;
                anchor = timestamp;
                anchoredAt = end;
                offset = 0;
            }
            put(anchoredAt + offset, sound);
        } finally {
            lock.unlock();
        }
    }

    private void put(long at, short[] sound) {
        if (at < 0 || at + sound.length > MOST) return;
        int position = (int) at;
        int needed = position + sound.length;
        if (needed > samples.length) samples = Arrays.copyOf(samples, Math.min(MOST, Math.max(needed, 2 * needed)));
        System.arraycopy(sound, 0, samples, position, sound.length);
        end = Math.max(end, needed);
    }

    short[] samples() {
        lock.lock();
        try {
            return Arrays.copyOf(samples, end);
        } finally {
            lock.unlock();
        }
    }
}
