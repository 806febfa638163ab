package amends.media;

import java.util.Arrays;

/**
 * Tones that only the agent hears: soft and far apart while another call waits, and one short zip before a call that was
 * answered by itself. They are added to what goes to the loudspeaker, after everything that is sent or tapped was taken
 * from it. One thread; nothing is made anew for a frame.
 */
final class EarTones {
    /** Two beeps, then quiet, over and over. */
    private static final int EVERY = 6000 / Pcm.FRAME_MS * Pcm.FRAME;

    /** About -28 dBFS: beside a voice, not over it. */
    private static final double SOFT = 0.04 * Short.MAX_VALUE;

    private static final double CLEAR = 0.1 * Short.MAX_VALUE;

    private final short[] waits = sound(SOFT, new double[] {440, 0, 440}, 120);
    private final short[] zip = sound(CLEAR, new double[] {660, 990}, 140);
    private final short[] ear = new short[Pcm.FRAME];
    private int waiting = -1;
    private int zipping = -1;

    /** @param hertz one after the other, 0 for a rest @param ms of each; a whole number of frames in all */
    private static short[] sound(double amplitude, double[] hertz, int ms) {
        int each = Pcm.RATE * ms / 1000;
        var sound = new short[(each * hertz.length + Pcm.FRAME - 1) / Pcm.FRAME * Pcm.FRAME];
        for (int i = 0; i < each * hertz.length; i++) {
            int at = i % each;
            double edge = Math.min(1, Math.min(at, each - at) / (0.01 * Pcm.RATE));
            sound[i] = (short) (amplitude * edge * Math.sin(2 * Math.PI * hertz[i / each] * at / Pcm.RATE));
        }
        return sound;
    }

    void waits(boolean now) {
        if (now && waiting < 0) waiting = 0;
        if (!now) waiting = -1;
    }

    boolean isWaiting() {
        return waiting >= 0;
    }

    /** Once, from the next frame on. */
    void zip() {
        zipping = 0;
    }

    /** While it sounds the microphone is not sent: the agent knows of the call before the customer hears the room. */
    boolean isZipping() {
        return zipping >= 0;
    }

    /** What was to be heard, and the tones. @param heard null when nothing @return null when nothing at all */
    short[] over(short[] heard) {
        if (waiting < 0 && zipping < 0) return heard;
        if (heard == null) Arrays.fill(ear, (short) 0);
        else System.arraycopy(heard, 0, ear, 0, ear.length);
        if (waiting >= 0) {
            add(waits, waiting);
            waiting = (waiting + Pcm.FRAME) % EVERY;
        }
        if (zipping >= 0) {
            add(zip, zipping);
            zipping = zipping + Pcm.FRAME < zip.length ? zipping + Pcm.FRAME : -1;
        }
        return ear;
    }

    private void add(short[] sound, int from) {
        for (int i = 0; i < ear.length && from + i < sound.length; i++)
            ear[i] = (short) Math.clamp(ear[i] + sound[from + i], Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
