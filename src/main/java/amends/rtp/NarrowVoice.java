package amends.rtp;

/** G.711 between the house's rate and its own. */
final class NarrowVoice {
    private NarrowVoice() {}

    static final class Encoder implements VoiceEncoder {
        private final G711 law;
        private final Halving halving = Halving.down();

        Encoder(G711 law) {
            this.law = law;
        }

        @Override
        public byte[] encode(short[] frame) {
            return law.encode(halving.halved(frame));
        }
    }

    static final class Decoder implements VoiceDecoder {
        private final G711 law;
        private final Halving doubling = Halving.up();

        Decoder(G711 law) {
            this.law = law;
        }

        @Override
        public int samples(byte[] payload) {
            int samples = 2 * payload.length;
            return samples > LONGEST ? 0 : samples;
        }

        @Override
        public short[] decode(byte[] payload) {
            return doubling.doubled(law.decode(payload));
        }
    }
}
