package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DualTonesTest {
    @ParameterizedTest
    @CsvSource({
        "1, 697, 1209",
        "5, 770, 1336",
        "9, 852, 1477",
        "0, 941, 1336",
        "*, 941, 1209",
        "#, 941, 1477",
        "D, 941, 1633"
    })
    void a_key_is_its_two_tones_and_no_other(String key, int low, int high) {
        short[] tones = DualTones.of(key);

        for (int hertz : new int[] {697, 770, 852, 941, 1209, 1336, 1477, 1633})
            if (hertz == low || hertz == high) assertThat(power(tones, hertz)).isGreaterThan(0.1);
            else assertThat(power(tones, hertz)).isLessThan(0.01);
    }

    @Test
    void what_is_no_key_is_left_out_and_nothing_is_clipped() {
        assertThat(DualTones.of("x")).isEmpty();
        for (short sample : DualTones.of("123")) assertThat(Math.abs(sample)).isLessThan(Short.MAX_VALUE);
    }

    /** Goertzel over the pressed part, as a share of the whole power. */
    private static double power(short[] samples, int hertz) {
        int n = Pcm.RATE / 10;
        double re = 0;
        double im = 0;
        double whole = 0;
        for (int t = 0; t < n; t++) {
            re += samples[t] * Math.cos(2 * Math.PI * hertz * t / Pcm.RATE);
            im += samples[t] * Math.sin(2 * Math.PI * hertz * t / Pcm.RATE);
            whole += (double) samples[t] * samples[t];
        }
        return (re * re + im * im) / (whole * n);
    }
}
