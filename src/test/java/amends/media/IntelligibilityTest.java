package amends.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.law.BesideOthers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a sound that anybody can make: eight harmonics of a voice that glides, in syllables, and noise by the C library's old numbers. */
@BesideOthers
class IntelligibilityTest {
    private static final double[] VOICE = voice();
    private static final double[] NOISE = noise();

    private static double[] voice() {
        var voice = new double[3 * Intelligibility.RATE];
        double phase = 0;
        for (int n = 0; n < voice.length; n++) {
            double t = (double) n / Intelligibility.RATE;
            phase += 2 * Math.PI * (140 + 30 * Math.sin(2 * Math.PI * 0.7 * t)) / Intelligibility.RATE;
            double loudness = Math.pow(Math.sin(2 * Math.PI * 2 * t), 2);
            for (int k = 1; k <= 24; k++)
                voice[n] +=
                        loudness * Math.sin(k * phase) / (1 + Math.abs(k - 8 - 6 * Math.sin(2 * Math.PI * 1.3 * t)));
        }
        return voice;
    }

    private static double[] noise() {
        var noise = new double[VOICE.length];
        long state = 1;
        for (int n = 0; n < noise.length; n++) {
            state = (1_103_515_245 * state + 12_345) % (1L << 31);
            noise[n] = state / (double) (1 << 30) - 1;
        }
        return noise;
    }

    private static double power(double[] sound) {
        return IntStream.range(0, sound.length)
                .mapToDouble(i -> sound[i] * sound[i])
                .sum();
    }

    /** @param db by which the voice is stronger than the noise */
    private static double[] noisy(double db) {
        double gain = Math.sqrt(power(VOICE) / power(NOISE) * Math.pow(10, -db / 10));
        return IntStream.range(0, VOICE.length)
                .mapToDouble(i -> VOICE[i] + gain * NOISE[i])
                .toArray();
    }

    /** Every so many pieces of 20 ms one is missing. */
    private static double[] broken(int every) {
        return IntStream.range(0, VOICE.length)
                .mapToDouble(i -> i / 200 % every == every - 1 ? 0 : VOICE[i])
                .toArray();
    }

    @Test
    void what_is_the_same_is_understood_whole() {
        assertThat(Intelligibility.plain(VOICE, VOICE)).isCloseTo(1, within(1e-9));
        assertThat(Intelligibility.extended(VOICE, VOICE)).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.01", "3", "-1"})
    void how_loud_it_is_and_which_way_up_makes_no_difference(double gain) {
        double[] other = IntStream.range(0, VOICE.length)
                .mapToDouble(i -> gain * VOICE[i])
                .toArray();
        assertThat(Intelligibility.plain(VOICE, other)).isCloseTo(1, within(1e-9));
        assertThat(Intelligibility.extended(VOICE, other)).isCloseTo(1, within(1e-9));
    }

    @Test
    void noise_alone_is_not_understood_and_silence_not_at_all() {
        assertThat(Intelligibility.extended(VOICE, NOISE)).isCloseTo(0, within(0.1));
        assertThat(Intelligibility.extended(VOICE, new double[VOICE.length])).isZero();
        assertThat(Intelligibility.plain(VOICE, new double[VOICE.length])).isZero();
    }

    /** What a second program says, written from the papers with numpy's matrices and transform. */
    @ParameterizedTest
    @CsvSource({
        "20, 0.981164316, 0.893155211",
        "10, 0.925601392, 0.705287125",
        "5, 0.853275509, 0.557690169",
        "0, 0.752230028, 0.409150523",
        "-5, 0.631681204, 0.275311163"
    })
    void a_second_program_says_the_same_of_noise(double db, double plain, double extended) {
        assertThat(Intelligibility.plain(VOICE, noisy(db))).isCloseTo(plain, within(1e-6));
        assertThat(Intelligibility.extended(VOICE, noisy(db))).isCloseTo(extended, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"100, 0.999990970, 0.999832273", "20, 0.941232220, 0.927107655", "10, 0.903733108, 0.890636197"})
    void a_second_program_says_the_same_of_gaps(int every, double plain, double extended) {
        assertThat(Intelligibility.plain(VOICE, broken(every))).isCloseTo(plain, within(1e-6));
        assertThat(Intelligibility.extended(VOICE, broken(every))).isCloseTo(extended, within(1e-6));
    }

    @Test
    void the_more_noise_the_less_is_understood() {
        double[] db = {30, 20, 10, 5, 0, -5, -10};
        double[] extended = IntStream.range(0, db.length)
                .mapToDouble(i -> Intelligibility.extended(VOICE, noisy(db[i])))
                .toArray();
        double[] plain = IntStream.range(0, db.length)
                .mapToDouble(i -> Intelligibility.plain(VOICE, noisy(db[i])))
                .toArray();
        for (int i = 1; i < db.length; i++) {
            assertThat(extended[i]).isLessThan(extended[i - 1]);
            assertThat(plain[i]).isLessThan(plain[i - 1]);
        }
    }

    @Test
    void the_more_is_missing_the_less_is_understood() {
        assertThat(Intelligibility.extended(VOICE, broken(20)))
                .isLessThan(Intelligibility.extended(VOICE, broken(100)))
                .isGreaterThan(Intelligibility.extended(VOICE, broken(10)));
    }
}
