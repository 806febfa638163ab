package amends.media;

/** Tells pauses from speech by comparing a frame with how loud the speaker usually is. One thread. */
final class LoudnessGauge {
    /** Root mean square below which anything is a pause: about −50 dB of full scale. */
    private static final double ALWAYS_QUIET = 100;

    private double usual = ALWAYS_QUIET;

    /** Whether the frame, 20 dB below what is usual, can be repeated or left out unheard; it becomes part of the usual. */
    boolean quiet(short[] frame) {
        double now = rootMeanSquare(frame, frame.length);
        usual += (now - usual) * (now > usual ? 0.1 : 0.002);
        return isQuiet(now);
    }

    /** The same of something that is only looked at. */
    boolean isQuiet(short[] sound, int length) {
        return isQuiet(rootMeanSquare(sound, length));
    }

    private boolean isQuiet(double now) {
        return now < Math.max(ALWAYS_QUIET, usual / 10);
    }

    private static double rootMeanSquare(short[] sound, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) sum += sound[i] * sound[i];
        return Math.sqrt(sum / Math.max(1, length));
    }
}
