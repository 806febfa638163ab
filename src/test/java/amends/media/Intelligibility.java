package amends.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * How much of what was said can be understood from what is heard, 1 for all of it: STOI (C. H. Taal, R. C. Hendriks,
 * R. Heusdens, J. Jensen, "An Algorithm for Intelligibility Prediction of Time-Frequency Weighted Noisy Speech", IEEE
 * TASLP 19(7), 2011) and ESTOI (J. Jensen, C. H. Taal, "An Algorithm for Predicting the Intelligibility of Speech
 * Masked by Modulated Noise Maskers", IEEE/ACM TASLP 24(11), 2016), as those papers define them. Both sounds are at
 * 10 kHz, equally long and in place: frames of 256 samples by halves over each other, Hann; those of what was said that
 * are 40 dB under its loudest are left out of both; spectra of 512 points; 15 thirds of an octave from 150 Hz; segments
 * of 30 frames (384 ms), each new frame ends one. Silence where something was said counts as 0. Pure.
 */
public final class Intelligibility {
    /** Samples a second. */
    static final int RATE = 10_000;

    private static final int FRAME = 256;
    private static final int HOP = FRAME / 2;
    private static final int POINTS = 512;
    private static final int BANDS = 15;
    private static final double LOWEST_HERTZ = 150;
    private static final int SEGMENT = 30;
    private static final double DYNAMICS_DB = 40;
    /** What stands out of the said sound by more than this does no more harm: 15 dB. */
    private static final double CLIPPED = 1 + Math.pow(10, 15 / 20.0);

    private Intelligibility() {}

    /** STOI. */
    static double plain(double[] said, double[] heard) {
        return overSegments(said, heard, Intelligibility::bandwise);
    }

    /** ESTOI, which also sees what is broken for moments. */
    static double extended(double[] said, double[] heard) {
        return overSegments(said, heard, Intelligibility::framewise);
    }

    private static double overSegments(double[] said, double[] heard, ToDoubleBiFunction<double[][], double[][]> like) {
        if (said.length != heard.length) throw new IllegalArgumentException("not equally long");
        List<Integer> kept = spoken(said);
        double[][] clean = bands(joined(said, kept));
        double[][] other = bands(joined(heard, kept));
        int segments = clean.length - SEGMENT + 1;
        if (segments < 1) throw new IllegalArgumentException("less than 384 ms is spoken");
        double sum = 0;
        for (int m = 0; m < segments; m++) sum += like.applyAsDouble(segment(clean, m), segment(other, m));
        return sum / segments;
    }

    /** Where frames begin that are not silent. */
    private static List<Integer> spoken(double[] said) {
        double[] window = hann(FRAME);
        var levels = new ArrayList<Double>();
        for (int at = 0; at < said.length - FRAME; at += HOP) {
            double energy = 0;
            for (int i = 0; i < FRAME; i++) energy += Math.pow(window[i] * said[at + i], 2);
            levels.add(10 * Math.log10(energy + 1e-30));
        }
        double loudest = levels.stream().mapToDouble(l -> l).max().orElseThrow();
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < levels.size(); i++) if (levels.get(i) > loudest - DYNAMICS_DB) kept.add(i * HOP);
        return kept;
    }

    private static double[] joined(double[] sound, List<Integer> frames) {
        double[] window = hann(FRAME);
        var joined = new double[(frames.size() - 1) * HOP + FRAME];
        for (int n = 0; n < frames.size(); n++)
            for (int i = 0; i < FRAME; i++) joined[n * HOP + i] += window[i] * sound[frames.get(n) + i];
        return joined;
    }

    /** Without the zeros at its ends. */
    static double[] hann(int length) {
        var window = new double[length];
        for (int i = 0; i < length; i++) window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 1) / (length + 1));
        return window;
    }

    /** Frames of amplitudes, one in each third of an octave. */
    private static double[][] bands(double[] sound) {
        double[] window = hann(FRAME);
        var spectrum = new PowerSpectrum(POINTS);
        int frames = Math.max(0, (sound.length - FRAME - 1) / HOP + 1);
        var bands = new double[frames][BANDS];
        var frame = new double[FRAME];
        for (int n = 0; n < frames; n++) {
            for (int i = 0; i < FRAME; i++) frame[i] = window[i] * sound[n * HOP + i];
            double[] power = spectrum.of(frame);
            for (int band = 0; band < BANDS; band++) {
                double sum = 0;
                for (int bin = edge(2 * band - 1); bin < edge(2 * band + 1); bin++) sum += power[bin];
                bands[n][band] = Math.sqrt(sum);
            }
        }
        return bands;
    }

    /** The nearest point of the spectrum. */
    private static int edge(int sixths) {
        return (int) Math.round(LOWEST_HERTZ * Math.pow(2, sixths / 6.0) * POINTS / RATE);
    }

    /** @return a row for each band */
    private static double[][] segment(double[][] frames, int from) {
        var rows = new double[BANDS][SEGMENT];
        for (int i = 0; i < SEGMENT; i++)
            for (int band = 0; band < BANDS; band++) rows[band][i] = frames[from + i][band];
        return rows;
    }

    private static double bandwise(double[][] said, double[][] heard) {
        double sum = 0;
        for (int band = 0; band < BANDS; band++) {
            double[] x = said[band];
            double[] y = heard[band];
            double even = energy(y) == 0 ? 0 : Math.sqrt(energy(x) / energy(y));
            for (int i = 0; i < SEGMENT; i++) y[i] = Math.min(y[i] * even, x[i] * CLIPPED);
            normalise(x);
            normalise(y);
            sum += product(x, y);
        }
        return sum / BANDS;
    }

    private static double framewise(double[][] said, double[][] heard) {
        double[][] x = turned(said);
        double[][] y = turned(heard);
        double sum = 0;
        for (int i = 0; i < SEGMENT; i++) sum += product(x[i], y[i]);
        return sum / SEGMENT;
    }

    /** Bands made even over time, then frames over bands. */
    private static double[][] turned(double[][] rows) {
        for (double[] row : rows) normalise(row);
        var frames = new double[SEGMENT][BANDS];
        for (int i = 0; i < SEGMENT; i++) {
            for (int band = 0; band < BANDS; band++) frames[i][band] = rows[band][i];
            normalise(frames[i]);
        }
        return frames;
    }

    /** To a mean of 0 and a length of 1; what is all the same becomes nothing. */
    private static void normalise(double[] values) {
        double before = energy(values);
        double mean = Arrays.stream(values).average().orElse(0);
        for (int i = 0; i < values.length; i++) values[i] -= mean;
        double after = energy(values);
        double scale = after <= 1e-20 * before ? 0 : 1 / Math.sqrt(after);
        for (int i = 0; i < values.length; i++) values[i] *= scale;
    }

    private static double energy(double[] values) {
        return product(values, values);
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += one[i] * other[i];
        return sum;
    }
}
