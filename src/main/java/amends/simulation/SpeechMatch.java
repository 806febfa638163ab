package amends.simulation;

/** Tells whether a recording holds a sentence, by the shape of its loudness: proof that one side heard the other. */
public final class SpeechMatch {
    /** Samples of 10 ms at 8 kHz. */
    private static final int STEP = 80;

    private SpeechMatch() {}

    /**
     * @return the best correlation of 10 ms energy envelopes over all places where the sentence fits: 1 the same, 0
     *     nothing in common
     */
    public static double best(short[] heard, short[] sentence) {
        double[] part = envelope(sentence, 0);
        double best = 0;
        // What was played need not begin where a step begins, and a quarter of a step aside the shape is the same.
        for (int aside = 0; aside < STEP; aside += STEP / 4) {
            double[] whole = envelope(heard, aside);
            for (int at = 0; at + part.length <= whole.length; at++)
                best = Math.max(best, correlation(whole, at, part));
        }
        return best;
    }

    private static double[] envelope(short[] sound, int from) {
        var envelope = new double[Math.max(0, sound.length - from) / STEP];
        for (int i = 0; i < envelope.length; i++) {
            double energy = 0;
            for (int k = 0; k < STEP; k++) energy += (double) sound[from + i * STEP + k] * sound[from + i * STEP + k];
            envelope[i] = Math.sqrt(energy / STEP);
        }
        return envelope;
    }

    private static double correlation(double[] whole, int at, double[] part) {
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < part.length; i++) {
            meanA += whole[at + i] / part.length;
            meanB += part[i] / part.length;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < part.length; i++) {
            double a = whole[at + i] - meanA;
            double b = part[i] - meanB;
            ab += a * b;
            aa += a * a;
            bb += b * b;
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
