package amends.media.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import amends.media.Sounds;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** libopus and Concentus understand each other, and neither stumbles over what comes. */
class NativeOpusTest {
    private static final int FRAME = VoiceCoding.RATE / 50;
    private VoiceCoders library;

    @BeforeEach
    void load() {
        library = new NativeCoders(NativeLibrary.needed());
    }

    private static double heard(VoiceCoders speaks, VoiceCoders listens) {
        var encoder = speaks.encoder(VoiceCoding.OPUS);
        var decoder = listens.decoder(VoiceCoding.OPUS);
        short[] tone = Sounds.tone(1000, 8000, VoiceCoding.RATE);
        var heard = new short[tone.length];
        for (int at = 0; at < tone.length; at += FRAME) {
            short[] pcm = decoder.decode(encoder.encode(Arrays.copyOfRange(tone, at, at + FRAME)));
            assertThat(pcm).hasSize(FRAME);
            System.arraycopy(pcm, 0, heard, at, FRAME);
        }
        return Sounds.strength(Arrays.copyOfRange(heard, heard.length / 2, heard.length), 1000);
    }

    @Test
    void each_understands_the_other() {
        assertThat(heard(library, library)).isBetween(6000.0, 9500.0);
        assertThat(heard(library, VoiceCoders.OWN)).isBetween(6000.0, 9500.0);
        assertThat(heard(VoiceCoders.OWN, library)).isBetween(6000.0, 9500.0);
    }

    @Test
    void any_payload_is_taken_and_gives_as_much_as_it_says() {
        var random = new Random(6716);
        var decoder = library.decoder(VoiceCoding.OPUS);
        for (int i = 0; i < 3000; i++) {
            var payload = new byte[random.nextInt(1600)];
            random.nextBytes(payload);
            int samples = decoder.samples(payload);
            assertThat(decoder.decode(payload)).hasSize(samples);
            decoder.recover(payload, FRAME);
            assertThat(decoder.conceal(FRAME)).hasSize(FRAME);
        }
    }

    @Test
    void what_is_known_of_the_loss_changes_what_is_sent() {
        var encoder = library.encoder(VoiceCoding.OPUS);
        for (int percent : new int[] {-5, 0, 20, 200}) encoder.expectLoss(percent);
        assertThat(encoder.encode(Sounds.tone(500, 8000, FRAME))).isNotEmpty();
    }
}
