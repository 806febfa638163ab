package amends.media;

import amends.rtp.VoiceCoding;
import amends.rtp.VoiceDecoder;
import amends.rtp.VoiceEncoder;

/**
 * Every coding spoken and heard by nobody. A program's first seconds of a coding cost it many times what later ones do,
 * and would be heard as stammering in its first call.
 */
final class CodingRehearsal {
    /** 4 s of sound. */
    private static final int FRAMES = 200;

    private CodingRehearsal() {}

    static void of(MediaWishes wishes) {
        for (VoiceCoding coding : wishes.codings())
            speak(wishes.coders().encoder(coding), wishes.coders().decoder(coding));
    }

    private static void speak(VoiceEncoder encoder, VoiceDecoder decoder) {
        for (int i = 0; i < FRAMES; i++) {
            byte[] payload = encoder.encode(voice(i));
            // Some are lost, as on the way.
            if (i % 20 == 19) decoder.conceal(Pcm.FRAME);
            else decoder.decode(payload);
        }
    }

    /** Something between a voice and a noise, louder and softer. */
    private static short[] voice(int frame) {
        var samples = new short[Pcm.FRAME];
        double loudness = 3000 * (1 + Math.sin(frame / 7.0));
        for (int i = 0; i < samples.length; i++) {
            long at = (long) frame * samples.length + i;
            samples[i] =
                    (short) (loudness * (Math.sin(at * 0.08) + 0.5 * Math.sin(at * 0.31) + 0.2 * Math.sin(at * at)));
        }
        return samples;
    }
}
