package amends.media;

import java.util.Arrays;

/**
 * What was heard at the far end of a call beside what was said. Whoever plays a call may wait or hurry on the way, so
 * what was heard is put in place first: as a whole by its loudness, then a fifth of a second at a time, each piece where its
 * waveform is most like what was said, at most 40 ms from where the piece before was; a new place must be better than
 * the old one by .05 of their correlation, except for the first. What is silent stays where the piece before was. Pure.
 *
 * @param extended ESTOI of {@link Intelligibility}
 * @param plain STOI of the same
 * @param distanceDb log-spectral distance: the root mean square, over the points of a 512-point spectrum between 100
 *     and 3,400 Hz, of the difference in dB; Hann frames of 32 ms by halves over each other, the mean of those that are
 *     no more than 40 dB under the loudest; both sounds equally strong as a whole, nothing taken for softer than 60 dB
 *     under the strongest point of what was said
 * @param movedMs how far the pieces lie apart from one another in time
 */
public record VoiceComparison(double extended, double plain, double distanceDb, double movedMs) {
    /** From {@link Pcm#RATE} to the rate of {@link Intelligibility}. */
    private static final int UP = 5;

    private static final int DOWN = 8;
    private static final int PIECE = Pcm.RATE / 5;
    private static final int REACH = Pcm.RATE * 40 / 1000;
    /** Samples between the places looked at first. */
    private static final int COARSE = 4;

    private static final double BETTER = 0.05;
    private static final int STEP = Pcm.RATE / 100;
    private static final int FRAME = 512;
    private static final double SPOKEN_DB = 40;
    private static final double SOFTEST = 1e-6;

    /** Both at {@link Pcm#RATE}; what is heard may begin later and end earlier. */
    public static VoiceComparison of(short[] said, short[] heard) {
        int shift = whole(said, heard);
        double loud = Sounds.rms(said);
        double margin = 0;
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        var placed = new short[said.length];
        for (int at = 0; at < said.length; at += PIECE) {
            int length = Math.min(PIECE, said.length - at);
            if (Sounds.rms(said, at, at + length) > loud / 30) {
                shift = place(said, heard, at, length, shift, margin);
                margin = BETTER;
            }
            for (int i = at; i < at + length; i++) placed[i] = at(heard, i + shift);
            least = Math.min(least, shift);
            most = Math.max(most, shift);
        }
        double[] clean = narrowed(said);
        double[] other = narrowed(placed);
        return new VoiceComparison(
                Intelligibility.extended(clean, other),
                Intelligibility.plain(clean, other),
                distance(said, placed),
                1000.0 * (most - least) / Pcm.RATE);
    }

    private static short at(short[] sound, int place) {
        return place < 0 || place >= sound.length ? 0 : sound[place];
    }

    /** How much later the whole of it is heard than said, to 10 ms. */
    private static int whole(short[] said, short[] heard) {
        double[] mine = Sounds.envelope(said);
        double[] theirs = Sounds.envelope(heard);
        int best = 0;
        double most = -1;
        for (int later = -100; later < theirs.length; later++) {
            double like = 0;
            for (int i = Math.max(0, -later); i < mine.length && i + later < theirs.length; i++)
                like += mine[i] * theirs[i + later];
            if (like > most) {
                most = like;
                best = later;
            }
        }
        return best * STEP;
    }

    private static int place(short[] said, short[] heard, int at, int length, int before, double margin) {
        double most = likeness(said, heard, at, length, before) + margin;
        int near = before;
        for (int shift = before - REACH; shift <= before + REACH; shift += COARSE) {
            double like = likeness(said, heard, at, length, shift);
            if (like > most) {
                most = like;
                near = shift;
            }
        }
        int best = near;
        for (int shift = near - COARSE + 1; shift < near + COARSE; shift++) {
            double like = likeness(said, heard, at, length, shift);
            if (like > most) {
                most = like;
                best = shift;
            }
        }
        return best;
    }

    private static double likeness(short[] said, short[] heard, int at, int length, int shift) {
        int from = Math.max(at, -shift);
        int to = Math.min(at + length, heard.length - shift);
        long product = 0;
        long one = 1;
        long other = 1;
        for (int i = from; i < to; i++) {
            int x = said[i];
            int y = heard[i + shift];
            product += x * y;
            one += x * x;
            other += y * y;
        }
        return product / Math.sqrt((double) one * other);
    }

    /** At the rate of {@link Intelligibility}, by a windowed sinc of 32 crossings to each side. */
    private static double[] narrowed(short[] sound) {
        double passed = 0.95 * UP / DOWN;
        int half = 32 * DOWN / UP + 1;
        var taps = new double[UP][2 * half];
        for (int phase = 0; phase < UP; phase++)
            for (int i = 0; i < 2 * half; i++) {
                double x = i - half + 1 - (double) (phase * DOWN % UP) / UP;
                double sinc = x == 0 ? passed : Math.sin(Math.PI * passed * x) / (Math.PI * x);
                taps[phase][i] = sinc * (0.5 + 0.5 * Math.cos(Math.PI * x / half));
            }
        var out = new double[sound.length * UP / DOWN];
        for (int n = 0; n < out.length; n++)
            for (int i = 0; i < 2 * half; i++) out[n] += taps[n % UP][i] * at(sound, n * DOWN / UP - half + 1 + i);
        return out;
    }

    private static double distance(short[] said, short[] heard) {
        double[][] clean = spectra(said);
        double[][] other = spectra(heard);
        double even = sum(clean) / Math.max(1e-9, sum(other));
        double strongest =
                Arrays.stream(clean).flatMapToDouble(Arrays::stream).max().orElseThrow();
        double loudest =
                Arrays.stream(clean).mapToDouble(VoiceComparison::sum).max().orElseThrow();
        double softest = SOFTEST * strongest;
        double whole = 0;
        int spoken = 0;
        for (int n = 0; n < clean.length; n++) {
            if (sum(clean[n]) < loudest * Math.pow(10, -SPOKEN_DB / 10)) continue;
            double squares = 0;
            for (int bin = 0; bin < clean[n].length; bin++)
                squares += Math.pow(
                        10 * Math.log10(Math.max(clean[n][bin], softest) / Math.max(even * other[n][bin], softest)), 2);
            whole += Math.sqrt(squares / clean[n].length);
            spoken++;
        }
        return whole / spoken;
    }

    /** Of each frame the points between 100 and 3,400 Hz. */
    private static double[][] spectra(short[] sound) {
        double[] window = Intelligibility.hann(FRAME);
        var spectrum = new PowerSpectrum(FRAME);
        var spectra = new double[(sound.length - FRAME) / (FRAME / 2) + 1][];
        var frame = new double[FRAME];
        for (int n = 0; n < spectra.length; n++) {
            for (int i = 0; i < FRAME; i++) frame[i] = window[i] * sound[n * FRAME / 2 + i];
            spectra[n] =
                    Arrays.copyOfRange(spectrum.of(frame), 100 * FRAME / Pcm.RATE + 1, 3400 * FRAME / Pcm.RATE + 1);
        }
        return spectra;
    }

    private static double sum(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(VoiceComparison::sum).sum();
    }

    private static double sum(double[] row) {
        return Arrays.stream(row).sum();
    }
}
