package amends.media;

import amends.media.Arrival.Content;
import amends.media.Payloads.Received;
import amends.rtp.RtpPacket;
import amends.rtp.TelephoneEvent;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.rtp.VoiceDecoder;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Sorts what arrives at a leg's port: audio to the jitter buffer, keys to their listener, the rest nowhere. One thread. */
final class RtpReceiver {
    private static final double SAMPLES_A_NANO = Pcm.RATE / 1e9;
    private static final long FRAME_NANOS = Pcm.FRAME_MS * 1_000_000L;

    private final ReceptionStatistics statistics = new ReceptionStatistics();
    private final JitterBuffer buffer = new JitterBuffer();
    private final VoiceCoders coders;
    private final Map<VoiceCoding, VoiceDecoder> decoders = new EnumMap<>(VoiceCoding.class);
    private final KeyReceiver keys;
    private long pulledAt;
    private long firstPulledAt;
    /** Samples' worth of time since the first frame. */
    private long clock;

    private boolean pulling;
    private long strangers;

    RtpReceiver(VoiceCoders coders, Consumer<Character> onKey) {
        this.coders = coders;
        keys = new KeyReceiver(onKey);
    }

    void datagram(byte[] bytes, int length, InetSocketAddress source, FarEnd farEnd, Payloads payloads, long nanos) {
        if (!farEnd.mayBe(source)) {
            strangers++;
            return;
        }
        RtpPacket packet = RtpPacket.parse(bytes, length).orElse(null);
        Received meaning = packet == null ? null : payloads.received().get(packet.payloadType());
        if (meaning == null || !fits(packet, meaning)) {
            strangers++;
            return;
        }
        farEnd.heard(source);
        if (statistics.count(packet, clockRate(meaning, payloads), nanos)) take(packet, meaning, payloads, nanos);
    }

    private boolean fits(RtpPacket packet, Received meaning) {
        return switch (meaning) {
            case Received.Voice(var coding) -> decoder(coding).samples(packet.payload()) > 0;
            case Received.Key _ -> packet.payload().length >= TelephoneEvent.SIZE;
            case Received.Noise _ -> packet.payload().length > 0;
        };
    }

    /** Keys and noise stand on the timeline of the voice that they come with. */
    private static int clockRate(Received meaning, Payloads payloads) {
        return meaning instanceof Received.Voice(var coding) ? coding.clockRate() : payloads.clockRate();
    }

    private VoiceDecoder decoder(VoiceCoding coding) {
        return decoders.computeIfAbsent(coding, coders::decoder);
    }

    private void take(RtpPacket packet, Received meaning, Payloads payloads, long nanos) {
        int clockRate = clockRate(meaning, payloads);
        switch (meaning) {
            case Received.Voice(var coding) -> {
                VoiceDecoder decoder = decoder(coding);
                int samples = decoder.samples(packet.payload());
                push(new Arrival(packet, clockRate, samples, new Content.Voice(decoder)), nanos);
            }
            case Received.Key(int keyClock) ->
                TelephoneEvent.parse(packet.payload())
                        .ifPresent(event -> takeKey(packet, event, keyClock, clockRate, nanos));
            case Received.Noise _ ->
                push(new Arrival(packet, clockRate, 0, new Content.Noise(packet.payload()[0])), nanos);
        }
    }

    private void takeKey(RtpPacket packet, TelephoneEvent event, int keyClock, int clockRate, long nanos) {
        long added = keys.take(packet, event);
        int samples = (int) Math.min(added * Pcm.RATE / keyClock, VoiceDecoder.LONGEST);
        if (samples == 0) return;
        long end = packet.timestamp() + (long) keys.covered() * clockRate / keyClock;
        long from = end - (long) samples * clockRate / Pcm.RATE;
        var silence = new RtpPacket(false, packet.payloadType(), packet.sequence(), from, packet.ssrc(), new byte[0]);
        push(new Arrival(silence, clockRate, samples, new Content.Quiet()), nanos);
    }

    private void push(Arrival arrival, long nanos) {
        buffer.push(arrival, (int) Math.clamp((nanos - pulledAt) * SAMPLES_A_NANO, 0, Pcm.FRAME));
    }

    /** @param nanos when this frame is due @return whether anything has come yet */
    boolean pull(short[] frame, long nanos) {
        if (!pulling) firstPulledAt = nanos - FRAME_NANOS;
        pulling = true;
        pulledAt = nanos;
        long passed = Math.round((nanos - firstPulledAt) * SAMPLES_A_NANO) - clock;
        clock += passed;
        // What the machine slept is gone: the next frame follows the last.
        return buffer.pull(frame, (int) Math.clamp(passed, 0, 2 * Pcm.FRAME));
    }

    /** Nanoseconds by which frames could be pulled earlier, negative for later. */
    long early() {
        return (long) (buffer.early() / SAMPLES_A_NANO);
    }

    ReceptionStatistics reception() {
        return statistics;
    }

    void stranger() {
        strangers++;
    }

    MediaStatistics statistics(long refused) {
        return new MediaStatistics(
                statistics.received(),
                statistics.lost(),
                statistics.duplicates(),
                buffer.late(),
                strangers,
                refused,
                buffer.played(),
                buffer.concealed(),
                buffer.stretched(),
                buffer.skipped(),
                buffer.recovered(),
                statistics.jitterMs(),
                buffer.depthMs());
    }
}
