package amends.app;

import amends.rtp.G711;
import amends.simulation.Clip;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Sound at 8 kHz and what can be said of it. */
record Sound(short[] samples) {
    static final int RATE = 8_000;
    /** 10 ms. */
    private static final int STEP = RATE / 100;
    /** Steps of a second. */
    private static final int PIECE = 100;
    /** Samples of 60 ms: three packets. */
    private static final int BEND = RATE * 60 / 1000;
    /** What is better by less is not another place. */
    private static final double HARDLY = 0.01;

    static Sound clip(String name) {
        return new Sound(Clip.load(name));
    }

    static Sound silence(double seconds) {
        return new Sound(new short[(int) (seconds * RATE)]);
    }

    static Sound of(Sound... parts) {
        var all = new short[Arrays.stream(parts).mapToInt(p -> p.samples.length).sum()];
        int at = 0;
        for (Sound part : parts) {
            System.arraycopy(part.samples, 0, all, at, part.samples.length);
            at += part.samples.length;
        }
        return new Sound(all);
    }

    /** Two turns of a customer with pauses, whole packets long, so that it can be looped. */
    static Sound customer() {
        Sound said = of(clip("wang-opening"), silence(2), clip("wang-reply"), silence(2));
        return new Sound(Arrays.copyOf(said.samples, said.samples.length / 160 * 160));
    }

    /** A greeting, a long pause, an answer. */
    static Sound agent() {
        return of(clip(Clip.AGENT_GREETING_ZH), silence(4), clip(Clip.AGENT_ANSWER_ZH), silence(1));
    }

    Sound times(int count) {
        var parts = new Sound[count];
        Arrays.fill(parts, this);
        return of(parts);
    }

    byte[] muLaw() {
        return G711.MU_LAW.encode(samples);
    }

    double seconds() {
        return (double) samples.length / RATE;
    }

    /** A stereo or mono WAV of 16 bit. @param channel 0 left, 1 right */
    static Sound wav(Path file, int channel) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int channels = bytes.getShort(22);
        int rate = bytes.getInt(24);
        int fold = rate / RATE;
        var samples = new short[(bytes.limit() - 44) / 2 / channels / fold];
        for (int i = 0; i < samples.length; i++) samples[i] = bytes.getShort(44 + 2 * (i * fold * channels + channel));
        return new Sound(samples);
    }

    Path writeWav(Path file) throws IOException {
        var out = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes()).putInt(36 + 2 * samples.length).put("WAVEfmt ".getBytes());
        out.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        out.putShort((short) 2).putShort((short) 16);
        out.put("data".getBytes()).putInt(2 * samples.length);
        for (short sample : samples) out.putShort(sample);
        return Files.write(file, out.array());
    }

    /** Loudness of each 10 ms. */
    double[] envelope() {
        return envelope(0, samples.length / STEP);
    }

    /** From one sample on; silent before the beginning and after the end. */
    private double[] envelope(int from, int steps) {
        var envelope = new double[steps];
        for (int i = 0; i < steps; i++) envelope[i] = Math.sqrt(energy(from + i * STEP));
        return envelope;
    }

    private double energy(int from) {
        double energy = 0;
        for (int k = Math.max(0, from); k < Math.min(from + STEP, samples.length); k++)
            energy += (double) samples[k] * samples[k];
        return energy / STEP;
    }

    /** How well this fits into a longer sound, and where. @param at 10 ms steps of the other before this begins */
    record Fit(double correlation, int at) {}

    /**
     * The alignment of this within the other: the whole to a quarter of a step, for the shape depends on where steps
     * begin; then second by second, for who listens over a network bends time when packets come late. A second may lie
     * {@link #BEND} beside the one before it: no word is lost by that.
     */
    Fit fitIn(Sound other) {
        double[] theirs = other.envelope();
        var best = new Fit(-1, 0);
        int bestAside = 0;
        for (int aside = 0; aside < STEP; aside += STEP / 4) {
            double[] mine = envelope(aside, Math.max(0, (samples.length - aside) / STEP));
            for (int at = 0; at + mine.length <= theirs.length; at++) {
                double correlation = correlation(theirs, at, mine);
                if (correlation > best.correlation) {
                    best = new Fit(correlation, at);
                    bestAside = aside;
                }
            }
        }
        return best.correlation < 0 ? best : new Fit(bentFit(other, best.at * STEP, bestAside), best.at);
    }

    private double bentFit(Sound other, int at, int aside) {
        double[] mine = envelope(aside, (samples.length - aside) / STEP);
        double[] theirs = new double[mine.length];
        int lag = 0;
        for (int from = 0; from < mine.length; from += PIECE) {
            double[] piece = Arrays.copyOfRange(mine, from, Math.min(from + PIECE, mine.length));
            lag = bestLag(other, at + from * STEP, piece, lag);
            System.arraycopy(other.envelope(at + from * STEP + lag, piece.length), 0, theirs, from, piece.length);
        }
        return correlation(theirs, 0, mine);
    }

    /** @return samples; the lag of the second before where none is better */
    private static int bestLag(Sound other, int at, double[] piece, int before) {
        int best = before;
        double most = correlation(other.envelope(at + before, piece.length), 0, piece);
        for (int lag = before - BEND; lag <= before + BEND; lag += STEP / 4) {
            double correlation = correlation(other.envelope(at + lag, piece.length), 0, piece);
            if (correlation > most + HARDLY) {
                most = correlation;
                best = lag;
            }
        }
        return best;
    }

    private static double correlation(double[] whole, int at, double[] part) {
        double meanA = Arrays.stream(whole, at, at + part.length).average().orElse(0);
        double meanB = Arrays.stream(part).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < part.length; i++) {
            double a = whole[at + i] - meanA;
            double b = part[i] - meanB;
            ab += a * b;
            aa += a * a;
            bb += b * b;
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    /** From one 10 ms step on. */
    Sound from(int step) {
        return new Sound(Arrays.copyOfRange(samples, Math.min(step * STEP, samples.length), samples.length));
    }

    Sound firstSeconds(double seconds) {
        return new Sound(Arrays.copyOf(samples, (int) (seconds * RATE)));
    }

    /** As if it went on silently for so long. */
    Sound followedBySilence(double seconds) {
        return of(this, silence(seconds));
    }

    /** Mean energy of the 10 ms steps that are marked, in dB of one step of the scale; 0 for digital silence. */
    double level(boolean[] marked) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(marked.length, samples.length / STEP); i++) {
            if (!marked[i]) continue;
            sum += energy(i * STEP);
            count++;
        }
        return 10 * Math.log10(Math.max(1, sum / Math.max(1, count)));
    }

    /** Where it speaks. */
    boolean[] speaking() {
        double[] envelope = envelope();
        var speaking = new boolean[envelope.length];
        for (int i = 0; i < envelope.length; i++) speaking[i] = envelope[i] > 300;
        return speaking;
    }

    /** Where it is silent and was, and will be, for a moment. */
    boolean[] silent() {
        double[] envelope = envelope();
        var silent = new boolean[envelope.length];
        for (int i = 0; i < envelope.length; i++) {
            silent[i] = true;
            for (int k = Math.max(0, i - 12); k < Math.min(envelope.length, i + 13); k++)
                if (envelope[k] > 8) silent[i] = false;
        }
        return silent;
    }
}
