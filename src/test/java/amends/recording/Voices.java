package amends.recording;

import amends.media.Pcm;
import amends.rtp.G711;
import amends.rtp.Halving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Real speech for tests, and what can be measured on it. */
public final class Voices {
    public static final short[] SILENCE = new short[Pcm.FRAME];

    private Voices() {}

    /** A clip of simulated speech, whole frames only. */
    public static short[] clip(String name) {
        try (var in = Voices.class.getResourceAsStream("/amends/simulation/clips/" + name + ".ul")) {
            byte[] law = in.readAllBytes();
            return Arrays.copyOf(Halving.wide(G711.MU_LAW.decode(law)), 2 * law.length / Pcm.FRAME * Pcm.FRAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static short[] frame(short[] voice, int number) {
        int from = number * Pcm.FRAME;
        return from >= voice.length ? SILENCE : Arrays.copyOfRange(voice, from, from + Pcm.FRAME);
    }

    public static short[] joined(short[]... parts) {
        int length = Arrays.stream(parts).mapToInt(p -> p.length).sum();
        short[] all = new short[length];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Energy of every 10 ms. */
    public static double[] envelope(short[] voice) {
        double[] energies = new double[voice.length / 80];
        for (int i = 0; i < energies.length * 80; i++) energies[i / 80] += (double) voice[i] * voice[i];
        return energies;
    }

    public static double correlation(double[] a, double[] b) {
        int n = Math.min(a.length, b.length);
        double meanA = Arrays.stream(a, 0, n).average().orElse(0);
        double meanB = Arrays.stream(b, 0, n).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < n; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** Power in decibels against full scale, of the samples from one to another. */
    public static double decibels(short[] voice, int from, int to) {
        double sum = 1e-9;
        for (int i = from; i < to; i++) sum += (double) voice[i] * voice[i];
        return 10 * Math.log10(sum / (to - from) / 32768.0 / 32768.0);
    }
}
