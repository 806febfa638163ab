package amends.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Carries a sound to a jitter buffer as a network of given manners would, without waiting for it. */
final class SimulatedNetwork {
    private static final double LOST = Double.NaN;

    private record Arrival(double atMs, int packet) {}

    private final short[] sound;
    private final Random random = new Random(3550);
    private final List<Arrival> arrivals = new ArrayList<>();
    final JitterBuffer buffer = new JitterBuffer();
    private double ppm;
    private long firstTimestamp = 1000;

    private SimulatedNetwork(short[] sound) {
        this.sound = sound;
    }

    static SimulatedNetwork carrying(short[] sound) {
        return new SimulatedNetwork(sound);
    }

    /** How much faster the sender's clock runs, in millionths. */
    SimulatedNetwork drifting(double ppm) {
        this.ppm = ppm;
        return this;
    }

    SimulatedNetwork startingAt(long timestamp) {
        firstTimestamp = timestamp;
        return this;
    }

    /** @param delayMs of each packet by its number; NaN when it is lost */
    SimulatedNetwork delaying(IntToDoubleFunction delayMs) {
        for (int i = 0; i < sound.length / Pcm.FRAME; i++) {
            double delay = delayMs.applyAsDouble(i);
            if (!Double.isNaN(delay)) arrivals.add(new Arrival(i * 20 / (1 + ppm / 1e6) + 3 + delay, i));
        }
        return this;
    }

    SimulatedNetwork losing(double share) {
        return delaying(i -> i > 0 && random.nextDouble() < share ? LOST : 0);
    }

    /** The share of packets is overtaken by its two successors. */
    SimulatedNetwork reordering(double share) {
        return delaying(i -> random.nextDouble() < share ? 41 : 0);
    }

    SimulatedNetwork jittering(double mostMs) {
        return delaying(i -> random.nextDouble() * mostMs);
    }

    SimulatedNetwork duplicating() {
        delaying(i -> 0);
        return delaying(i -> 7);
    }

    /** @return what is heard, to the end of the sound and half a second more */
    short[] heard() {
        arrivals.sort(Comparator.comparingDouble(Arrival::atMs));
        int ticks = sound.length / Pcm.FRAME + 25;
        var heard = new short[ticks * Pcm.FRAME];
        var frame = new short[Pcm.FRAME];
        int next = 0;
        for (int tick = 0; tick < ticks; tick++) {
            while (next < arrivals.size() && arrivals.get(next).atMs <= tick * 20) push(arrivals.get(next++).packet);
            buffer.pull(frame);
            System.arraycopy(frame, 0, heard, tick * Pcm.FRAME, Pcm.FRAME);
        }
        return heard;
    }

    private void push(int packet) {
        var pcm = new short[Pcm.FRAME];
        System.arraycopy(sound, packet * Pcm.FRAME, pcm, 0, Pcm.FRAME);
        buffer.push(1, firstTimestamp + (long) packet * Pcm.FRAME & 0xFFFF_FFFFL, packet == 0, pcm);
    }
}
