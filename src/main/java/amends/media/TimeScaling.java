package amends.media;

/**
 * Makes speech a little shorter or longer without changing its pitch: one period is left out or said twice, blended so
 * that no seam is heard. Pure.
 */
final class TimeScaling {
    /** 2.5 ms, the period of a high voice. */
    static final int SHORTEST = Pcm.RATE / 400;
    /** 12.5 ms, that of a low one. */
    static final int LONGEST = Pcm.RATE / 80;

    /** Samples by which two places are compared. */
    private static final int COMPARED = Pcm.RATE * 12 / 1000;

    private TimeScaling() {}

    /** @param samples 0 when none fits @param likeness −1 to 1 of the two periods that become one */
    record Period(int samples, double likeness) {}

    /**
     * The period after which the sound repeats itself best.
     *
     * @param length of what is there; two periods must fit in
     * @param most samples that may be put in or left out
     */
    static Period period(short[] sound, int length, int most) {
        int longest = Math.min(Math.min(LONGEST, length / 2), most);
        var best = new Period(0, -1);
        for (int lag = SHORTEST; lag <= longest; lag++) {
            double likeness = likeness(sound, lag, Math.min(length - lag, COMPARED));
            if (likeness > best.likeness) best = new Period(lag, likeness);
        }
        return best;
    }

    private static double likeness(short[] sound, int lag, int compared) {
        long product = 0;
        long one = 1;
        long other = 1;
        for (int i = 0; i < compared; i++) {
            product += sound[i] * sound[i + lag];
            one += sound[i] * sound[i];
            other += sound[i + lag] * sound[i + lag];
        }
        return product / Math.sqrt((double) one * other);
    }

    /** Two periods become one, written over the second. */
    static void shorten(short[] sound, int period) {
        for (int i = 0; i < period; i++)
            sound[period + i] = (short) ((sound[i] * (period - i) + sound[period + i] * i) / period);
    }

    /** What goes between the first period and the second, so that the first is said twice. */
    static short[] between(short[] sound, int period) {
        var blend = new short[period];
        for (int i = 0; i < period; i++)
            blend[i] = (short) ((sound[period + i] * (period - i) + sound[i] * i) / period);
        return blend;
    }
}
