package amends.pbx;

/**
 * The music of waiting: a slow arpeggio over four gentle chords, made from sines that fade like a plucked string.
 * Computed once; the same every time. About 16 s, its end runs into its start without a click.
 */
final class HoldMusic {
    private static final int NOTE = Clip.RATE / 2;
    private static final int NOTES_A_CHORD = 8;
    /** Fmaj7, Dm7, Gm7, C7sus4 as semitones from A3. */
    private static final int[][] CHORDS = {{-4, 0, 3, 7}, {-7, -4, 0, 3}, {-2, 1, 5, 8}, {-9, -4, 1, 3}};

    private static final int[] UP_AND_DOWN = {0, 1, 2, 3, 2, 1, 2, 1};
    private static final double LOUDNESS = 0.10;

    private HoldMusic() {}

    static Clip clip() {
        int length = CHORDS.length * NOTES_A_CHORD * NOTE;
        var sound = new double[length];
        for (int i = 0; i < CHORDS.length * NOTES_A_CHORD; i++) {
            int[] chord = CHORDS[i / NOTES_A_CHORD];
            int semitone = chord[UP_AND_DOWN[i % NOTES_A_CHORD]];
            pluck(sound, i * NOTE, 220 * Math.pow(2, semitone / 12.0), 1);
            if (i % NOTES_A_CHORD == 0) pluck(sound, i * NOTE, 110 * Math.pow(2, chord[0] / 12.0), 0.8);
        }
        return Clip.of(samples(sound));
    }

    /** A note that rings over the following ones, over the end into the start. */
    private static void pluck(double[] sound, int at, double hertz, double strength) {
        int ring = 4 * NOTE;
        for (int i = 0; i < ring; i++) {
            double t = (double) i / Clip.RATE;
            double attack = Math.min(1, t / 0.02);
            double fade = Math.exp(-1.8 * t) * (1 - (double) i / ring);
            double wave = Math.sin(2 * Math.PI * hertz * t)
                    + 0.30 * Math.sin(4 * Math.PI * hertz * t)
                    + 0.08 * Math.sin(6 * Math.PI * hertz * t);
            sound[(at + i) % sound.length] += strength * attack * fade * wave;
        }
    }

    private static short[] samples(double[] sound) {
        var samples = new short[sound.length];
        for (int i = 0; i < sound.length; i++)
            samples[i] = (short) Math.round(Short.MAX_VALUE * Math.clamp(LOUDNESS * sound[i], -1.0, 1.0));
        return samples;
    }
}
