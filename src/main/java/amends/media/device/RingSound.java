package amends.media.device;

import amends.media.Pcm;

/** The desk's ring, synthesised: two soft notes, each dying away like a bell, then a rest; three seconds in all. */
final class RingSound {
    private static final double[] NOTES = {659.26, 523.25};
    private static final double NOTE_SECONDS = 0.45;
    private static final int LENGTH = 3 * Pcm.RATE;
    private static final double LOUDNESS = 7000;
    private static final double DECAY_PER_SECOND = 6;
    private static final double ATTACK_SECONDS = 0.01;

    private RingSound() {}

    static short[] once() {
        var sound = new short[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double value = 0;
            for (int n = 0; n < NOTES.length; n++) value += note(NOTES[n], (double) i / Pcm.RATE - n * NOTE_SECONDS);
            sound[i] = (short) (LOUDNESS * value);
        }
        return sound;
    }

    /** @param since seconds since the note was struck */
    private static double note(double hertz, double since) {
        if (since < 0) return 0;
        double strength = Math.min(1, since / ATTACK_SECONDS) * Math.exp(-DECAY_PER_SECOND * since);
        double angle = 2 * Math.PI * hertz * since;
        return strength * (Math.sin(angle) + 0.3 * Math.sin(2 * angle)) / 1.3;
    }
}
