package amends.media;

import java.util.Random;

/** Sounds for tests, and what they are compared by. */
public final class Sounds {
    private static final int ENVELOPE = Pcm.RATE / 100;

    private Sounds() {}

    public static short[] tone(double hertz, int amplitude, int samples) {
        var tone = new short[samples];
        for (int i = 0; i < samples; i++) tone[i] = (short) (amplitude * Math.sin(2 * Math.PI * hertz * i / Pcm.RATE));
        return tone;
    }

    /** Something with the ups and downs of speech: voiced syllables of changing pitch and strength, and pauses. */
    public static short[] babble(long seed, double seconds) {
        var random = new Random(seed);
        var sound = new short[(int) (seconds * Pcm.RATE)];
        int at = 0;
        while (at < sound.length) {
            int syllable = Pcm.RATE * (80 + random.nextInt(220)) / 1000;
            double pitch = 90 + random.nextInt(120);
            double strength = 2000 + random.nextInt(9000);
            for (int i = 0; i < syllable && at < sound.length; i++, at++) {
                double shape = Math.sin(Math.PI * i / syllable);
                double voice = 0;
                for (int k = 1; k <= 8; k++) voice += Math.sin(2 * Math.PI * pitch * k * i / Pcm.RATE) / k;
                sound[at] = (short) (strength * shape * voice / 2);
            }
            at += Pcm.RATE * (random.nextInt(4) == 0 ? 200 + random.nextInt(500) : random.nextInt(60)) / 1000;
        }
        return sound;
    }

    public static double rms(short[] sound, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) sum += (double) sound[i] * sound[i];
        return Math.sqrt(sum / Math.max(1, to - from));
    }

    public static double rms(short[] sound) {
        return rms(sound, 0, sound.length);
    }

    /** Energy in steps of 10 ms. */
    public static double[] envelope(short[] sound) {
        var envelope = new double[sound.length / ENVELOPE];
        for (int i = 0; i < envelope.length; i++) envelope[i] = rms(sound, i * ENVELOPE, (i + 1) * ENVELOPE);
        return envelope;
    }

    /** The best correlation of the two envelopes over all places where the shorter fits into the longer. */
    public static double likeness(short[] played, short[] heard) {
        double[] a = envelope(played);
        double[] b = envelope(heard);
        double best = -1;
        for (int shift = 0; shift + a.length <= b.length; shift++) best = Math.max(best, correlation(a, b, shift));
        return best;
    }

    private static double correlation(double[] a, double[] b, int shift) {
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < a.length; i++) {
            meanA += a[i] / a.length;
            meanB += b[i + shift] / a.length;
        }
        double ab = 0;
        double aa = 1e-9;
        double bb = 1e-9;
        for (int i = 0; i < a.length; i++) {
            double x = a[i] - meanA;
            double y = b[i + shift] - meanB;
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** How strong one frequency is in the sound, as an amplitude (Goertzel). */
    public static double strength(short[] sound, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < sound.length; i++) {
            re += sound[i] * Math.cos(2 * Math.PI * hertz * i / Pcm.RATE);
            im += sound[i] * Math.sin(2 * Math.PI * hertz * i / Pcm.RATE);
        }
        return 2 * Math.hypot(re, im) / sound.length;
    }
}
