package amends.rtp;

/** Who codes the voices: the codings' own coders, or others that speak the same. Safe for use by any thread. */
public interface VoiceCoders {
    /** In Java throughout. */
    VoiceCoders OWN = new VoiceCoders() {
        @Override
        public VoiceEncoder encoder(VoiceCoding coding) {
            return coding.encoder();
        }

        @Override
        public VoiceDecoder decoder(VoiceCoding coding) {
            return coding.decoder();
        }
    };

    VoiceEncoder encoder(VoiceCoding coding);

    VoiceDecoder decoder(VoiceCoding coding);
}
