package amends.media;

import amends.rtp.RtpPacket;
import java.util.random.RandomGenerator;

/** Numbers the packets of one outgoing stream. The timestamp keeps time whether something is sent or not. One thread. */
final class RtpSender {
    private final long ssrc;
    private int sequence;
    private long timestamp;
    private boolean spurt = true;
    private int clockRate = 8000;
    private long packets;
    private long octets;

    /** @param random unpredictable, as RFC 3550 §5.1 wants the first numbers to be */
    RtpSender(RandomGenerator random) {
        ssrc = random.nextLong() & 0xFFFF_FFFFL;
        sequence = random.nextInt();
        timestamp = random.nextLong();
    }

    /** 20 ms pass. @param clockRate of the coding that is sent now, in Hz */
    void tick(int clockRate) {
        this.clockRate = clockRate;
        timestamp += frameTicks();
    }

    private int frameTicks() {
        return clockRate / 1000 * Pcm.FRAME_MS;
    }

    /** Nothing is sent now: the next packet begins a spurt. */
    void pause() {
        spurt = true;
    }

    RtpPacket audio(int payloadType, byte[] payload) {
        boolean first = spurt;
        spurt = false;
        return counted(new RtpPacket(first, payloadType, sequence++, timestamp, ssrc, payload));
    }

    /** @param since how many ticks of 20 ms ago the event began: all its packets carry that moment */
    RtpPacket event(int payloadType, boolean first, int since, byte[] payload) {
        long began = timestamp - (long) since * frameTicks();
        return counted(new RtpPacket(first, payloadType, sequence++, began, ssrc, payload));
    }

    private RtpPacket counted(RtpPacket packet) {
        packets++;
        octets += packet.payload().length;
        return packet;
    }

    long ssrc() {
        return ssrc;
    }

    /** The timestamp of this tick. */
    long timestamp() {
        return timestamp & 0xFFFF_FFFFL;
    }

    long packets() {
        return packets;
    }

    /** Of payload. */
    long octets() {
        return octets;
    }
}
