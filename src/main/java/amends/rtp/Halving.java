package amends.rtp;

import java.util.Arrays;

/**
 * Between 8 and 16 kHz with a windowed sinc of 64 taps, 2 ms late: what 8 kHz cannot hold is cut off before it folds
 * back, and its images do not appear. One direction of one stream each. One thread.
 */
public final class Halving {
    private static final int TAPS = 64;
    /** Of the upper rate: 3.72 kHz. */
    private static final double CUTOFF = 0.2325;

    private static final float[] LOW_PASS = lowPass();

    private final float[] history;

    private Halving(int kept) {
        history = new float[kept];
    }

    /** From 16 to 8 kHz. */
    static Halving down() {
        return new Halving(TAPS - 1);
    }

    /** From 8 to 16 kHz. */
    static Halving up() {
        return new Halving(TAPS / 2 - 1);
    }

    /** A whole clip of 8 kHz at 16 kHz. */
    public static short[] wide(short[] narrow) {
        return up().doubled(narrow);
    }

    private static float[] lowPass() {
        var taps = new float[TAPS];
        double sum = 0;
        for (int i = 0; i < TAPS; i++) {
            double x = i - (TAPS - 1) / 2.0;
            double window = 0.5 + 0.5 * Math.cos(2 * Math.PI * x / TAPS);
            taps[i] = (float) (window * Math.sin(2 * Math.PI * CUTOFF * x) / (Math.PI * x));
            sum += taps[i];
        }
        for (int i = 0; i < TAPS; i++) taps[i] /= (float) sum;
        return taps;
    }

    /** @param pcm an even number of samples @return half as many */
    short[] halved(short[] pcm) {
        float[] all = after(pcm);
        var out = new short[pcm.length / 2];
        for (int n = 0; n < out.length; n++) {
            float sum = 0;
            for (int i = 0; i < TAPS; i++) sum += LOW_PASS[i] * all[2 * n + i];
            out[n] = rounded(sum);
        }
        return out;
    }

    /** @return twice as many samples */
    short[] doubled(short[] pcm) {
        float[] all = after(pcm);
        var out = new short[2 * pcm.length];
        for (int n = 0; n < pcm.length; n++) {
            float first = 0;
            float second = 0;
            for (int i = 0; i < TAPS / 2; i++) {
                first += LOW_PASS[2 * i] * all[n + i];
                second += LOW_PASS[2 * i + 1] * all[n + i];
            }
            // The first tap belongs to the newest sample when it is counted from the end.
            out[2 * n] = rounded(2 * second);
            out[2 * n + 1] = rounded(2 * first);
        }
        return out;
    }

    private float[] after(short[] pcm) {
        float[] all = Arrays.copyOf(history, history.length + pcm.length);
        for (int i = 0; i < pcm.length; i++) all[history.length + i] = pcm[i];
        System.arraycopy(all, pcm.length, history, 0, history.length);
        return all;
    }

    private static short rounded(float value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
