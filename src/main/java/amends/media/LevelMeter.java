package amends.media;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Says how loud a stream is: the mean power of about the last 300 ms, and the peak, which falls by 12 dB a second.
 * One thread hands frames in; any thread asks. Nothing is allocated for a frame.
 */
public final class LevelMeter {
    /** Share of the past that a frame leaves: a time constant of 300 ms. */
    private static final double KEPT = Math.exp(-Pcm.FRAME_MS / 300.0);
    /** What is left of a peak after a frame: 12 dB a second. */
    private static final double FALLEN = Math.pow(10, -12.0 * Pcm.FRAME_MS / 1000 / 20);

    private static final double FULL = 32768;

    private final AtomicLong shown = new AtomicLong();
    private double power;
    private double peak;

    public void frame(short[] frame) {
        double sum = 0;
        int most = 0;
        for (short sample : frame) {
            sum += sample * sample;
            most = Math.max(most, Math.abs(sample));
        }
        power = KEPT * power + (1 - KEPT) * sum / Math.max(1, frame.length);
        peak = Math.max(most, peak * FALLEN);
        show();
    }

    /** Nothing flows any more. */
    public void silence() {
        power = 0;
        peak = 0;
        show();
    }

    private void show() {
        long high = Float.floatToIntBits((float) (peak / FULL));
        long low = Float.floatToIntBits((float) (Math.sqrt(2 * power) / FULL));
        shown.set(high << 32 | low & 0xFFFFFFFFL);
    }

    /** Any thread. */
    public Loudness now() {
        long both = shown.get();
        return new Loudness(
                decibels(Float.intBitsToFloat((int) (both >>> 32))), decibels(Float.intBitsToFloat((int) both)));
    }

    private static double decibels(double share) {
        return share <= 0 ? Loudness.LEAST : Math.clamp(20 * Math.log10(share), Loudness.LEAST, 0);
    }
}
