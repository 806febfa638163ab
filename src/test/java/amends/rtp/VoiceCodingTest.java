package amends.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VoiceCodingTest {
    private static final int FRAME = VoiceCoding.RATE / 50;

    @ParameterizedTest
    @EnumSource
    void what_goes_in_comes_out(VoiceCoding coding) {
        short[] heard = through(coding, tone(1000));
        assertThat(strength(heard, 1000)).isBetween(6500.0, 9000.0);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPUS", "G722"})
    void the_wide_codings_carry_what_telephones_cut_off(VoiceCoding coding) {
        assertThat(strength(through(coding, tone(5500)), 5500)).isGreaterThan(3000);
    }

    @ParameterizedTest
    @EnumSource(names = {"PCMA", "PCMU"})
    void what_a_narrow_coding_cannot_hold_does_not_fold_back(VoiceCoding coding) {
        short[] heard = through(coding, tone(5000));
        assertThat(strength(heard, 3000)).isLessThan(80);
        assertThat(strength(through(coding, tone(1000)), 7000)).isLessThan(80);
    }

    @ParameterizedTest
    @EnumSource
    void any_payload_is_taken_and_gives_as_much_as_it_says(VoiceCoding coding) {
        var random = new Random(6716);
        var decoder = coding.decoder();
        for (int i = 0; i < 1500; i++) {
            var payload = new byte[random.nextInt(200)];
            random.nextBytes(payload);
            int samples = decoder.samples(payload);
            if (samples > 0) assertThat(decoder.decode(payload)).hasSize(samples);
            if (samples > 0 && random.nextInt(4) == 0) decoder.recover(payload, FRAME);
            if (random.nextInt(4) == 0) decoder.conceal(FRAME);
        }
    }

    @Test
    void a_lost_opus_packet_is_told_again_by_the_next() {
        var encoder = VoiceCoding.OPUS.encoder();
        encoder.expectLoss(20);
        var told = VoiceCoding.OPUS.decoder();
        var guessed = VoiceCoding.OPUS.decoder();
        var whole = VoiceCoding.OPUS.decoder();
        double byCopy = 0;
        double byGuess = 0;
        short[] voice = chirp();
        byte[] before = null;
        for (int i = 0; i + FRAME <= voice.length; i += FRAME) {
            byte[] packet = encoder.encode(Arrays.copyOfRange(voice, i, i + FRAME));
            if (before != null) {
                short[] real = whole.decode(before);
                boolean lost = i / FRAME % 7 == 6;
                short[] copy = lost ? told.recover(packet, FRAME) : told.decode(before);
                short[] guess = lost ? guessed.conceal(FRAME) : guessed.decode(before);
                if (lost) byCopy += difference(real, copy);
                if (lost) byGuess += difference(real, guess);
            }
            before = packet;
        }
        assertThat(byCopy).isLessThan(byGuess / 2);
    }

    private static short[] through(VoiceCoding coding, short[] sound) {
        var encoder = coding.encoder();
        var decoder = coding.decoder();
        var heard = new short[sound.length];
        for (int i = 0; i + FRAME <= sound.length; i += FRAME) {
            short[] pcm = decoder.decode(encoder.encode(Arrays.copyOfRange(sound, i, i + FRAME)));
            assertThat(pcm).hasSize(FRAME);
            System.arraycopy(pcm, 0, heard, i, FRAME);
        }
        return Arrays.copyOfRange(heard, heard.length / 2, heard.length);
    }

    @Test
    void an_opus_coder_that_stumbles_begins_anew_and_the_frame_is_told_as_lost() {
        var encoder = VoiceCoding.OPUS.encoder();
        short[] frame = Arrays.copyOf(chirp(), FRAME);
        for (int i = 0; i < 5; i++) encoder.encode(frame);

        byte[] lost = encoder.encode(new short[7]);

        var decoder = VoiceCoding.OPUS.decoder();
        assertThat(lost).hasSize(1);
        assertThat(decoder.decode(lost)).hasSize(FRAME);
        assertThat(encoder.encode(frame)).isEqualTo(VoiceCoding.OPUS.encoder().encode(frame));
    }

    private static short[] tone(double hertz) {
        var tone = new short[VoiceCoding.RATE];
        for (int i = 0; i < tone.length; i++)
            tone[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * i / VoiceCoding.RATE));
        return tone;
    }

    /** A pitch that wanders, which no guess follows. */
    private static short[] chirp() {
        var sound = new short[3 * VoiceCoding.RATE];
        double phase = 0;
        for (int i = 0; i < sound.length; i++) {
            phase += 2 * Math.PI * (160 + 80 * Math.sin(i / 900.0)) / VoiceCoding.RATE;
            double voice = 0;
            for (int k = 1; k < 8; k++) voice += Math.sin(k * phase) / k;
            sound[i] = (short) (5000 * voice * (0.6 + 0.4 * Math.sin(i / 2500.0)));
        }
        return sound;
    }

    private static double difference(short[] one, short[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += Math.pow(one[i] - other[i], 2);
        return sum;
    }

    private static double strength(short[] sound, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < sound.length; i++) {
            re += sound[i] * Math.cos(2 * Math.PI * hertz * i / VoiceCoding.RATE);
            im += sound[i] * Math.sin(2 * Math.PI * hertz * i / VoiceCoding.RATE);
        }
        return 2 * Math.hypot(re, im) / sound.length;
    }
}
