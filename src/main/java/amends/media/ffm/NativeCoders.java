package amends.media.ffm;

import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.rtp.VoiceDecoder;
import amends.rtp.VoiceEncoder;

/** Opus by libopus, everything else as ever. */
public final class NativeCoders implements VoiceCoders {
    private final AudioLibrary library;

    public NativeCoders(AudioLibrary library) {
        this.library = library;
    }

    @Override
    public VoiceEncoder encoder(VoiceCoding coding) {
        return coding == VoiceCoding.OPUS ? new NativeOpus.Encoder(library) : coding.encoder();
    }

    @Override
    public VoiceDecoder decoder(VoiceCoding coding) {
        return coding == VoiceCoding.OPUS ? new NativeOpus.Decoder(library, coding.decoder()) : coding.decoder();
    }
}
