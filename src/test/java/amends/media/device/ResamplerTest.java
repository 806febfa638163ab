package amends.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import amends.media.Pcm;
import amends.media.Sounds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    @ParameterizedTest
    @ValueSource(ints = {11025, 16000, 22050, 32000, 44100, 48000})
    void a_tone_keeps_its_strength_and_pitch(int rate) {
        assertThat(Sounds.strength(middle(resampled(rate, 1000)), 1000)).isBetween(7900.0, 8100.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {32000, 44100, 48000})
    void what_16_kHz_cannot_hold_does_not_fold_back(int rate) {
        assertThat(Sounds.rms(middle(resampled(rate, 9500)))).isLessThan(8000 * 0.707 / 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {44100, 48000})
    void upwards_no_mirror_of_the_tone_appears(int rate) {
        var up = new Resampler(Pcm.RATE, rate);
        short[] out = up.feed(Sounds.tone(3000, 8000, Pcm.RATE), Pcm.RATE);
        double mirror = strength(out, rate, 5000);
        assertThat(strength(out, rate, 3000)).isBetween(7500.0, 8100.0);
        assertThat(mirror).isLessThan(80);
    }

    @ParameterizedTest
    @ValueSource(ints = {16000, 44100, 48000})
    void after_the_first_each_20_ms_give_one_frame(int rate) {
        var resampler = new Resampler(rate, Pcm.RATE);
        var chunk = new short[rate / 50];
        resampler.feed(chunk, chunk.length);
        for (int i = 0; i < 100; i++)
            assertThat(resampler.feed(chunk, chunk.length)).hasSize(Pcm.FRAME);
    }

    @Test
    void in_pieces_it_comes_out_as_in_one() {
        var sound = tone(48000, 700, 48000);
        short[] whole = new Resampler(48000, Pcm.RATE).feed(sound, sound.length);
        var pieces = new Resampler(48000, Pcm.RATE);
        var joined = new short[whole.length];
        int at = 0;
        for (int from = 0; from < sound.length; from += 777) {
            var piece = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 777));
            short[] out = pieces.feed(piece, piece.length);
            System.arraycopy(out, 0, joined, at, out.length);
            at += out.length;
        }
        assertThat(joined).isEqualTo(whole);
    }

    private static short[] resampled(int rate, double hertz) {
        return new Resampler(rate, Pcm.RATE).feed(tone(rate, hertz, rate), rate);
    }

    private static short[] tone(int rate, double hertz, int samples) {
        return Sounds.tone(hertz * Pcm.RATE / rate, 8000, samples);
    }

    private static double strength(short[] sound, int rate, double hertz) {
        return Sounds.strength(Arrays.copyOfRange(sound, rate / 4, rate * 3 / 4), hertz * Pcm.RATE / rate);
    }

    private static short[] middle(short[] sound) {
        return Arrays.copyOfRange(sound, 2000, 6000);
    }
}
