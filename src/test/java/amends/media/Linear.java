package amends.media;

import amends.rtp.RtpPacket;
import amends.rtp.VoiceDecoder;
import java.nio.ByteBuffer;

/** Samples sent as they are, so that tests see what the buffer does and not what a coding does. */
final class Linear implements VoiceDecoder {
    private static final Linear CODING = new Linear();

    static Arrival arrival(long ssrc, int sequence, long timestamp, boolean marker, byte[] payload) {
        var packet = new RtpPacket(marker, 96, sequence, timestamp, ssrc, payload);
        return new Arrival(packet, Pcm.RATE, payload.length / 2, new Arrival.Content.Voice(CODING));
    }

    static Arrival arrival(long ssrc, int sequence, long timestamp, boolean marker, short[] pcm) {
        var payload = ByteBuffer.allocate(2 * pcm.length);
        payload.asShortBuffer().put(pcm);
        return arrival(ssrc, sequence, timestamp, marker, payload.array());
    }

    @Override
    public int samples(byte[] payload) {
        return payload.length / 2;
    }

    @Override
    public short[] decode(byte[] payload) {
        var pcm = new short[payload.length / 2];
        ByteBuffer.wrap(payload).asShortBuffer().get(pcm);
        return pcm;
    }
}
