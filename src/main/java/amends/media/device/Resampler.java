package amends.media.device;

import java.util.Arrays;

/**
 * Changes the sample rate of a stream with a windowed sinc, one set of taps for each phase of the two rates. What the
 * lower rate cannot hold is cut off before it folds back. One thread.
 */
final class Resampler {
    /** Zero crossings of the sinc on each side. */
    private static final int CROSSINGS = 16;
    /** How much of the lower rate's band passes. */
    private static final double PASSED = 0.92;

    private final int up;
    private final int down;
    private final int half;
    private final float[][] taps;
    private short[] pending;
    private int phase;

    Resampler(int from, int to) {
        int common = gcd(from, to);
        up = to / common;
        down = from / common;
        double cutoff = PASSED * Math.min(1.0, (double) to / from);
        half = (int) Math.ceil(CROSSINGS / cutoff);
        taps = new float[up][2 * half];
        for (int p = 0; p < up; p++) fill(taps[p], (double) p / up, cutoff);
        pending = new short[half - 1];
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private void fill(float[] set, double offset, double cutoff) {
        double sum = 0;
        for (int i = 0; i < set.length; i++) {
            double x = i - (half - 1) - offset;
            double window = Math.abs(x) >= half ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x / half);
            double sinc = x == 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
            set[i] = (float) (window * sinc);
            sum += set[i];
        }
        for (int i = 0; i < set.length; i++) set[i] /= (float) sum;
    }

    /** Takes the next samples in, gives what they complete: nothing is lost between two calls. */
    short[] feed(short[] in, int length) {
        var all = new short[pending.length + length];
        System.arraycopy(pending, 0, all, 0, pending.length);
        System.arraycopy(in, 0, all, pending.length, length);
        long room = all.length - 2L * half;
        int count = room < 0 ? 0 : (int) ((room * up + up - 1 - phase) / down + 1);
        var out = new short[Math.max(0, count)];
        int at = 0;
        for (int n = 0; n < out.length; n++) {
            out[n] = sample(all, at, taps[phase]);
            phase += down;
            at += phase / up;
            phase %= up;
        }
        pending = Arrays.copyOfRange(all, at, all.length);
        return out;
    }

    /** What is still inside, as if silence followed. */
    short[] finish() {
        return feed(new short[half], half);
    }

    private static short sample(short[] all, int at, float[] set) {
        float sum = 0;
        for (int i = 0; i < set.length; i++) sum += all[at + i] * set[i];
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }
}
