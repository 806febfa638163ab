package amends.media;

import java.util.Arrays;

/**
 * Decides how far playing should stay behind arrival, from how the packets of the last eight seconds came. All times
 * are in samples on the clock of the ticks; how late a packet is, is its arrival less its place on the timeline.
 *
 * <p>Of a hundred packets hardly one may come too late. What was held up together once (a burst of 300 ms) does not
 * count, for it is cheaper to make that up than to talk through a delay; a second time within the eight seconds it
 * does. Clocks that drift apart move all of it slowly, and the delay follows. One thread.
 */
final class DelayTarget {
    /** How far the most patient listener stays behind the fastest packet. */
    static final int MOST = Pcm.RATE * 140 / 1000;

    private static final int REMEMBERED = 400;
    /** From so many on one burst can be told from the rest. */
    private static final int ENOUGH = 100;
    /** From so many on it can be said when they come. */
    private static final int KNOWN = 25;
    /** Packets on each side of the latest one that belong to its burst. */
    private static final int BURST = 15;

    private static final double IN_TIME = 0.997;
    /** What is kept in hand beyond the packets' own lateness: threads wake late too. */
    private static final int IN_HAND = Pcm.RATE * 5 / 1000;
    /** What must be in hand before the delay is made shorter, so that it does not go to and fro. */
    private static final int TO_SPARE = Pcm.RATE * 8 / 1000;
    /** Only late packets, so many and for so long: the stream has moved for good. */
    private static final int MOVED = 8;

    private static final int MOVED_FOR = 8 * Pcm.FRAME;

    private final long[] lateness = new long[REMEMBERED];
    private int count;
    private int next;
    private int lateInARow;
    private long lateSince;
    private boolean fresh;
    private long bound;
    private long earliest;
    private int kept;

    /** From now on playing stays so much further behind, in samples, whatever the packets' own lateness. */
    void keep(int samples) {
        kept = samples;
    }

    /** A packet came, in time or not. */
    void came(long late) {
        lateness[next] = late;
        next = (next + 1) % REMEMBERED;
        count = Math.min(REMEMBERED, count + 1);
        fresh = true;
    }

    void inTime() {
        lateInARow = 0;
    }

    /** A packet came too late. @return whether nothing comes in time any more, so that the timeline must be laid anew */
    boolean tooLate(long now) {
        if (lateInARow++ == 0) lateSince = now;
        return lateInARow >= MOVED && now - lateSince >= MOVED_FOR;
    }

    void restart() {
        count = next = lateInARow = 0;
    }

    /**
     * How far the delay is from what it should be.
     *
     * @param pulled how long after its place the newest packet is pulled: the same for all packets, or moved by frames
     * @param step by which {@code pulled} can differ at all; 1 when packets do not fit the frames
     * @return frames' worth of samples to be added, or to be taken away when it is negative
     */
    long wanted(long pulled, int step) {
        if (count == 0) return 0;
        if (fresh) reckon();
        fresh = false;
        long least = Math.min(bound, earliest + MOST) + kept + (step == 1 ? Pcm.FRAME : 0);
        if (pulled < least + IN_HAND) return -Math.floorDiv(pulled - least - IN_HAND, step) * step;
        long spare = pulled - least - TO_SPARE;
        return spare < step ? 0 : -(spare / step) * step;
    }

    /** By how much playing could be nearer to arrival, in samples; 0 until enough packets came. */
    long spare(long pulled) {
        if (count < KNOWN) return 0;
        if (fresh) reckon();
        fresh = false;
        return pulled - Math.min(bound, earliest + MOST) - kept - IN_HAND;
    }

    private void reckon() {
        int worst = 0;
        earliest = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            if (lateness[i] > lateness[worst]) worst = i;
            earliest = Math.min(earliest, lateness[i]);
        }
        var counted = new long[count];
        int n = 0;
        for (int i = 0; i < count; i++) if (count < ENOUGH || apart(i, worst)) counted[n++] = lateness[i];
        Arrays.sort(counted, 0, n);
        bound = counted[(int) (IN_TIME * (n - 1))];
    }

    private boolean apart(int one, int other) {
        int distance = Math.abs(one - other);
        return Math.min(distance, count - distance) > BURST;
    }
}
