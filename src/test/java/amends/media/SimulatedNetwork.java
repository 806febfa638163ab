package amends.media;

import amends.rtp.RtpPacket;
import amends.rtp.VoiceCoding;
import amends.rtp.VoiceDecoder;
import amends.rtp.VoiceEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Carries a sound to a jitter buffer as a network of given manners would, without waiting for it. */
final class SimulatedNetwork {
    private static final double LOST = Double.NaN;

    private record Carried(double atMs, int packet) {}

    private final short[] sound;
    private final Random random = new Random(3550);
    private final List<Carried> arrivals = new ArrayList<>();
    final JitterBuffer buffer = new JitterBuffer();
    /** How much was in hand after each tick, in ms. */
    final List<Integer> depths = new ArrayList<>();

    /** Of each packet, where they are coded; else samples go as they are. */
    private final List<byte[]> coded = new ArrayList<>();

    private VoiceDecoder decoder;
    private int clockRate = Pcm.RATE;

    private int silentFrom;
    private int silentTo;
    private double ppm;
    private long firstTimestamp = 1000;

    private SimulatedNetwork(short[] sound) {
        this.sound = sound;
    }

    static SimulatedNetwork carrying(short[] sound) {
        return new SimulatedNetwork(sound);
    }

    SimulatedNetwork codedAs(VoiceCoding coding) {
        VoiceEncoder encoder = coding.encoder();
        for (int at = 0; at + Pcm.FRAME <= sound.length; at += Pcm.FRAME)
            coded.add(encoder.encode(Arrays.copyOfRange(sound, at, at + Pcm.FRAME)));
        decoder = coding.decoder();
        clockRate = coding.clockRate();
        return this;
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
            if (!Double.isNaN(delay)) arrivals.add(new Carried(i * 20 / (1 + ppm / 1e6) + 3 + delay, i));
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

    /** Half of the packets late as the right half of a bell says, its deviation 30 ms. */
    SimulatedNetwork scattering() {
        return delaying(i -> Math.max(0, 30 * random.nextGaussian()));
    }

    /** The far end says nothing in between, and its numbers have no hole. */
    SimulatedNetwork pausing(int from, int to) {
        silentFrom = from;
        silentTo = to;
        return delaying(i -> i >= from && i < to ? LOST : 0);
    }

    SimulatedNetwork duplicating() {
        delaying(i -> 0);
        return delaying(i -> 7);
    }

    /** @return what is heard, to the end of the sound and half a second more */
    short[] heard() {
        arrivals.sort(Comparator.comparingDouble(Carried::atMs));
        int ticks = sound.length / Pcm.FRAME + 25;
        var heard = new short[ticks * Pcm.FRAME];
        var frame = new short[Pcm.FRAME];
        int next = 0;
        for (int tick = 0; tick < ticks; tick++) {
            while (next < arrivals.size() && arrivals.get(next).atMs <= tick * 20) {
                double since = arrivals.get(next).atMs - (tick - 1) * 20;
                push(arrivals.get(next++).packet, (int) (since * Pcm.RATE / 1000));
            }
            buffer.pull(frame);
            depths.add(buffer.depthMs());
            System.arraycopy(frame, 0, heard, tick * Pcm.FRAME, Pcm.FRAME);
        }
        return heard;
    }

    private void push(int packet, int since) {
        if (decoder != null) {
            pushCoded(packet, since);
            return;
        }
        var payload = java.nio.ByteBuffer.allocate(2 * Pcm.FRAME);
        payload.asShortBuffer().put(sound, packet * Pcm.FRAME, Pcm.FRAME);
        int number = packet < silentTo ? packet : packet - (silentTo - silentFrom);
        buffer.push(
                Linear.arrival(1, number, firstTimestamp + (long) packet * Pcm.FRAME, packet == 0, payload.array()),
                since);
    }

    private void pushCoded(int packet, int since) {
        long timestamp = firstTimestamp + (long) packet * (clockRate / 50);
        var rtp = new RtpPacket(packet == 0, 96, packet, timestamp & 0xFFFF_FFFFL, 1, coded.get(packet));
        buffer.push(new Arrival(rtp, clockRate, Pcm.FRAME, new Arrival.Content.Voice(decoder)), since);
    }

    /** The share of packets that never came, in percent. */
    double lostPercent() {
        int sent = sound.length / Pcm.FRAME;
        long came = arrivals.stream().mapToInt(Carried::packet).distinct().count();
        return 100.0 * (sent - came) / sent;
    }
}
