package amends.media;

import amends.rtp.RtpPacket;
import amends.rtp.VoiceDecoder;

/**
 * A packet that is to be heard.
 *
 * @param clockRate of its timestamps, in Hz
 * @param samples how long it sounds, at {@link Pcm#RATE}
 */
record Arrival(RtpPacket packet, int clockRate, int samples, Content content) {
    /** What is in it. */
    sealed interface Content {
        /** Voice, to be decoded in its turn. */
        record Voice(VoiceDecoder decoder) implements Content {}

        /** Nothing, for a key was pressed. */
        record Quiet() implements Content {}

        /** The far end goes quiet; what follows is no loss. @param level in dB below full scale */
        record Noise(int level) implements Content {}
    }

    long ssrc() {
        return packet.ssrc();
    }

    /** Whether it also says what the packet before it held. */
    boolean tellsBefore() {
        return content instanceof Content.Voice(var decoder) && decoder.tellsBefore(packet.payload());
    }

    boolean pauses() {
        return switch (content) {
            case Content.Voice(var decoder) -> decoder.pauses(packet.payload());
            case Content.Noise _ -> true;
            case Content.Quiet _ -> false;
        };
    }
}
