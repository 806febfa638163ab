package amends.rtp;

/** G.722 as a coding of voice. */
final class WideVoice {
    private WideVoice() {}

    static final class Encoder implements VoiceEncoder {
        private final G722.Encoder coder = new G722.Encoder();

        @Override
        public byte[] encode(short[] frame) {
            return coder.encode(frame);
        }
    }

    static final class Decoder implements VoiceDecoder {
        private final G722.Decoder coder = new G722.Decoder();

        @Override
        public int samples(byte[] payload) {
            int samples = 2 * payload.length;
            return samples > LONGEST ? 0 : samples;
        }

        @Override
        public short[] decode(byte[] payload) {
            return coder.decode(payload);
        }
    }
}
