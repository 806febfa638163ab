package amends.media;

/** Tells pauses from speech by comparing a frame with how loud the speaker usually is. One thread. */
final class LoudnessGauge {
    /** Root mean square below which anything is a pause: about −50 dB of full scale. */
    private static final double ALWAYS_QUIET = 100;

    private double usual = ALWAYS_QUIET;

    /** Whether the frame, 20 dB below what is usual, can be repeated or left out unheard. */
    boolean quiet(short[] frame) {
        double now = rootMeanSquare(frame);
        usual += (now - usual) * (now > usual ? 0.1 : 0.002);
        return now < Math.max(ALWAYS_QUIET, usual / 10);
    }

    private static double rootMeanSquare(short[] frame) {
        double sum = 0;
        for (short sample : frame) sum += sample * sample;
        return Math.sqrt(sum / frame.length);
    }
}
