package amends.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.law.BesideOthers;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class VoiceComparisonTest {
    private static final short[] SAID = noisy(Sounds.babble(11, 3), 100, 1);

    /** As in a room: without anything between its tones a voice is nothing but rounding there. */
    private static short[] noisy(short[] sound, double strength, long seed) {
        var random = new Random(seed);
        var noisy = new short[sound.length];
        for (int i = 0; i < noisy.length; i++)
            noisy[i] = (short) Math.clamp(Math.round(sound[i] + strength * random.nextGaussian()), -32768, 32767);
        return noisy;
    }

    /** @param samples before it, none or some of it when negative */
    private static short[] later(short[] sound, int samples) {
        var later = new short[Math.max(0, sound.length + samples)];
        for (int i = Math.max(0, samples); i < later.length; i++) later[i] = sound[i - samples];
        return later;
    }

    @ParameterizedTest
    @ValueSource(ints = {-1600, 0, 1, 777, 20_000})
    void it_is_found_wherever_it_begins(int samples) {
        short[] said = SAID.clone();
        Arrays.fill(said, 0, 1600, (short) 0);
        VoiceComparison same = VoiceComparison.of(said, later(said, samples));
        assertThat(same.extended()).isCloseTo(1, within(1e-9));
        assertThat(same.plain()).isCloseTo(1, within(1e-9));
        assertThat(same.distanceDb()).isZero();
        assertThat(same.movedMs()).isZero();
    }

    @Test
    void half_as_loud_is_no_other_sound() {
        var soft = new short[SAID.length];
        for (int i = 0; i < soft.length; i++) soft[i] = (short) (SAID[i] / 2);
        VoiceComparison same = VoiceComparison.of(SAID, soft);
        assertThat(same.extended()).isGreaterThan(0.999);
        assertThat(same.distanceDb()).isLessThan(0.5);
    }

    @Test
    void waiting_for_a_moment_in_the_middle_costs_little() {
        int middle = SAID.length / 2;
        short[] first = Arrays.copyOf(SAID, SAID.length + 320);
        System.arraycopy(SAID, middle, first, middle + 320, SAID.length - middle);
        VoiceComparison moved = VoiceComparison.of(SAID, first);
        assertThat(moved.movedMs()).isEqualTo(20);
        assertThat(moved.extended()).isGreaterThan(0.93);
    }

    @Test
    void noise_is_told_by_every_measure() {
        var before = new VoiceComparison(1, 1, 0, 0);
        for (int strength : new int[] {30, 100, 300, 1000, 3000}) {
            short[] noisy = noisy(SAID, strength, 2);
            VoiceComparison now = VoiceComparison.of(SAID, noisy);
            assertThat(now.extended()).isLessThan(before.extended());
            assertThat(now.plain()).isLessThan(before.plain());
            assertThat(now.distanceDb()).isGreaterThan(before.distanceDb());
            before = now;
        }
    }
}
