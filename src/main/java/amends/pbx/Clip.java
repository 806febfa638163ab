package amends.pbx;

import amends.rtp.G711;
import amends.rtp.Halving;
import amends.rtp.VoiceCoding;
import amends.rtp.VoiceEncoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sound that the exchange plays: 8 kHz mono, kept coded in packets of 20 ms so that playing costs nothing. The wide
 * codings take long to make and are seldom asked for: they are made in the background when somebody first wants them.
 * Any thread.
 */
public final class Clip {
    static final int RATE = 8000;
    private static final int FRAME = RATE / 50;
    private final short[] samples;
    private final Map<VoiceCoding, byte[][]> coded = new ConcurrentHashMap<>();
    private final Map<VoiceCoding, Boolean> begun = new ConcurrentHashMap<>();

    private Clip(short[] samples) {
        if (samples.length == 0) throw new IllegalArgumentException("a clip without sound");
        this.samples = Arrays.copyOf(samples, (samples.length + FRAME - 1) / FRAME * FRAME);
        coded.put(VoiceCoding.PCMU, cut(G711.MU_LAW.encode(this.samples)));
        coded.put(VoiceCoding.PCMA, cut(G711.A_LAW.encode(this.samples)));
    }

    /** @param samples 16-bit, 8 kHz, mono */
    public static Clip of(short[] samples) {
        return new Clip(samples);
    }

    /** @param bytes 16-bit little-endian samples, 8 kHz, mono, without a header */
    public static Clip ofPcm(byte[] bytes) {
        var samples = new short[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) samples[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
        return of(samples);
    }

    private static byte[][] cut(byte[] bytes) {
        var frames = new byte[bytes.length / FRAME][];
        for (int i = 0; i < frames.length; i++) frames[i] = Arrays.copyOfRange(bytes, i * FRAME, (i + 1) * FRAME);
        return frames;
    }

    public Duration length() {
        return Duration.ofMillis(samples.length * 1000L / RATE);
    }

    /** So long a silence after it that playing it over again is not heard by who is played it once. */
    Clip followedBySilence() {
        return new Clip(Arrays.copyOf(samples, samples.length + 10 * RATE));
    }

    short[] samples() {
        return samples;
    }

    /** The payloads of its packets of 20 ms, not to be changed; empty while they are still being made. */
    Optional<byte[][]> packets(VoiceCoding coding) {
        byte[][] packets = coded.get(coding);
        if (packets == null && begun.putIfAbsent(coding, true) == null)
            Thread.ofVirtual().name("clip " + coding).start(() -> coded.put(coding, encoded(coding.encoder())));
        return Optional.ofNullable(packets);
    }

    private byte[][] encoded(VoiceEncoder encoder) {
        short[] wide = Halving.wide(samples);
        var frames = new byte[samples.length / FRAME][];
        for (int i = 0; i < frames.length; i++)
            frames[i] = encoder.encode(Arrays.copyOfRange(wide, i * 2 * FRAME, (i + 1) * 2 * FRAME));
        return frames;
    }
}
