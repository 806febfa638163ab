package amends.media;

import amends.rtp.RtpPacket;
import java.util.random.RandomGenerator;

/** Numbers the packets of one outgoing stream. The timestamp keeps time whether something is sent or not. One thread. */
final class RtpSender {
    private final long ssrc;
    private int sequence;
    private long timestamp;
    private boolean spurt = true;

    /** @param random unpredictable, as RFC 3550 §5.1 wants the first numbers to be */
    RtpSender(RandomGenerator random) {
        ssrc = random.nextLong();
        sequence = random.nextInt();
        timestamp = random.nextLong();
    }

    /** 20 ms pass. */
    void tick() {
        timestamp += Pcm.FRAME;
    }

    /** Nothing is sent now: the next packet begins a spurt. */
    void pause() {
        spurt = true;
    }

    RtpPacket audio(int payloadType, byte[] payload) {
        boolean first = spurt;
        spurt = false;
        return new RtpPacket(first, payloadType, sequence++, timestamp, ssrc, payload);
    }

    /** @param since how many ticks ago the event began: all its packets carry that moment */
    RtpPacket event(int payloadType, boolean first, int since, byte[] payload) {
        return new RtpPacket(first, payloadType, sequence++, timestamp - (long) since * Pcm.FRAME, ssrc, payload);
    }
}
