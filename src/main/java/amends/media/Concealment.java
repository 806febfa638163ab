package amends.media;

import java.util.Arrays;

/**
 * Makes up samples that did not come, after the idea of ITU-T G.711 Appendix I: the last pitch period is repeated and
 * fades to silence within 60 ms; what comes next is blended in. Adds no delay, so the seams are simpler than there.
 * One thread.
 */
final class Concealment {
    private static final int SHORTEST_PITCH = Pcm.RATE / 200;
    private static final int LONGEST_PITCH = Pcm.RATE / 66;
    private static final int MATCHED = Pcm.FRAME;
    private static final int HISTORY = LONGEST_PITCH + MATCHED;
    /** Samples at full strength before the fade begins. */
    private static final int FULL = Pcm.RATE / 100;
    /** Samples after which nothing is left. */
    private static final int FADED = Pcm.RATE * 60 / 1000;

    private static final int BLEND = Pcm.RATE * 5 / 1000;

    private final short[] history = new short[HISTORY];
    private short[] period = {0};
    private int missing = FADED;
    private int gap;
    private int blended = BLEND;

    /** Whether something made up can still be heard. */
    boolean audible() {
        return missing < FADED;
    }

    /** Takes note of samples that came, and blends the first ones after a gap with what was made up. */
    void came(short[] frame, int from, int to) {
        if (missing > 0) {
            gap = missing;
            blended = 0;
        }
        missing = 0;
        for (int i = from; i < to && blended < BLEND; i++, blended++) {
            int real = frame[i] * blended / BLEND;
            frame[i] = (short) (real + synthetic(gap + blended) * (BLEND - blended) / BLEND);
        }
        remember(frame, from, to);
    }

    /** Fills in what is missing. */
    void missing(short[] frame, int from, int to) {
        if (missing == 0) period = lastPeriod();
        for (int i = from; i < to; i++) frame[i] = (short) synthetic(missing++);
        remember(frame, from, to);
    }

    private int synthetic(int sinceGap) {
        if (sinceGap >= FADED) return 0;
        int sample = period[sinceGap % period.length];
        return sinceGap < FULL ? sample : sample * (FADED - sinceGap) / (FADED - FULL);
    }

    /** The last pitch period, its end bent so that repeating it has no seam. */
    private short[] lastPeriod() {
        int pitch = pitch();
        var one = Arrays.copyOfRange(history, HISTORY - pitch, HISTORY);
        int bend = pitch / 4;
        for (int i = 0; i < bend; i++) {
            int before = history[HISTORY - pitch - bend + i];
            int at = pitch - bend + i;
            one[at] = (short) ((one[at] * (bend - i) + before * i) / bend);
        }
        return one;
    }

    private int pitch() {
        int best = SHORTEST_PITCH;
        double bestMatch = Double.NEGATIVE_INFINITY;
        for (int lag = SHORTEST_PITCH; lag <= LONGEST_PITCH; lag++) {
            double match = match(lag);
            if (match > bestMatch) {
                bestMatch = match;
                best = lag;
            }
        }
        return best;
    }

    private double match(int lag) {
        long product = 0;
        long energy = 1;
        for (int i = HISTORY - MATCHED; i < HISTORY; i++) {
            product += history[i] * history[i - lag];
            energy += history[i - lag] * history[i - lag];
        }
        return product / Math.sqrt(energy);
    }

    private void remember(short[] frame, int from, int to) {
        int count = Math.min(to - from, HISTORY);
        System.arraycopy(history, count, history, 0, HISTORY - count);
        System.arraycopy(frame, to - count, history, HISTORY - count, count);
    }
}
