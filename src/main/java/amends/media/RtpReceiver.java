package amends.media;

import amends.rtp.G711;
import amends.rtp.RtpPacket;
import amends.rtp.TelephoneEvent;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** Sorts what arrives at a leg's port: audio to the jitter buffer, keys to their listener, the rest nowhere. One thread. */
final class RtpReceiver {
    /** No sender puts more than 200 ms in a packet. */
    private static final int LONGEST = Pcm.RATE / 5;

    private final ReceptionStatistics statistics = new ReceptionStatistics();
    private final JitterBuffer buffer = new JitterBuffer();
    private final KeyReceiver keys;
    private long strangers;

    RtpReceiver(Consumer<Character> onKey) {
        keys = new KeyReceiver(onKey);
    }

    void datagram(byte[] bytes, int length, InetSocketAddress source, FarEnd farEnd, Payloads payloads, long nanos) {
        if (!farEnd.mayBe(source)) {
            strangers++;
            return;
        }
        RtpPacket packet = RtpPacket.parse(bytes, length).orElse(null);
        if (packet == null || !understood(packet, payloads)) {
            strangers++;
            return;
        }
        farEnd.heard(source);
        if (statistics.count(packet, nanos)) take(packet, payloads);
    }

    private static boolean understood(RtpPacket packet, Payloads payloads) {
        int length = packet.payload().length;
        if (payloads.isKey(packet.payloadType())) return length >= TelephoneEvent.SIZE;
        return payloads.lawOf(packet.payloadType()) != null && length > 0 && length <= LONGEST;
    }

    private void take(RtpPacket packet, Payloads payloads) {
        if (payloads.isKey(packet.payloadType())) {
            TelephoneEvent.parse(packet.payload()).ifPresent(event -> takeKey(packet, event));
            return;
        }
        G711 law = payloads.lawOf(packet.payloadType());
        buffer.push(packet.ssrc(), packet.timestamp(), packet.marker(), law.decode(packet.payload()));
    }

    private void takeKey(RtpPacket packet, TelephoneEvent event) {
        int silent = Math.min(keys.take(packet, event), LONGEST);
        if (silent == 0) return;
        long from = packet.timestamp() + keys.covered() - silent;
        buffer.push(packet.ssrc(), from & 0xFFFF_FFFFL, false, new short[silent]);
    }

    JitterBuffer.Heard pull(short[] frame) {
        return buffer.pull(frame);
    }

    MediaStatistics statistics() {
        return new MediaStatistics(
                statistics.received(),
                statistics.lost(),
                statistics.duplicates(),
                buffer.late(),
                strangers,
                buffer.played(),
                buffer.concealed(),
                buffer.stretched(),
                buffer.skipped(),
                statistics.jitterMs(),
                buffer.depthMs());
    }
}
