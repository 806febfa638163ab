package amends.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LevelMeterTest {
    private final LevelMeter meter = new LevelMeter();

    private void hears(short[] sound) {
        for (int at = 0; at + Pcm.FRAME <= sound.length; at += Pcm.FRAME)
            meter.frame(Arrays.copyOfRange(sound, at, at + Pcm.FRAME));
    }

    @Test
    void a_sine_at_the_limit_is_0_dbfs_by_both_measures() {
        hears(Sounds.tone(1000, 32767, 3 * Pcm.RATE));
        assertThat(meter.now().rms()).isEqualTo(0, within(0.1));
        assertThat(meter.now().peak()).isEqualTo(0, within(0.1));
    }

    @Test
    void a_tenth_of_it_is_20_db_less() {
        hears(Sounds.tone(1000, 3277, 3 * Pcm.RATE));
        assertThat(meter.now().rms()).isEqualTo(-20, within(0.1));
        assertThat(meter.now().peak()).isEqualTo(-20, within(0.1));
    }

    @Test
    void nothing_is_as_low_as_is_told() {
        hears(new short[Pcm.RATE]);
        assertThat(meter.now()).isEqualTo(Loudness.SILENCE);
    }

    @Test
    void the_most_negative_sample_is_full_scale() {
        var frame = new short[Pcm.FRAME];
        frame[3] = Short.MIN_VALUE;
        meter.frame(frame);
        assertThat(meter.now().peak()).isEqualTo(0, within(0.01));
    }

    @Test
    void a_peak_falls_by_12_db_a_second_and_the_mean_sooner() {
        hears(Sounds.tone(1000, 32767, Pcm.RATE));
        hears(new short[Pcm.RATE]);
        assertThat(meter.now().peak()).isEqualTo(-12, within(0.5));
        assertThat(meter.now().rms()).isLessThan(-13);
    }

    @Test
    void when_nothing_flows_nothing_is_shown() {
        hears(Sounds.tone(1000, 32767, Pcm.RATE));
        meter.silence();
        assertThat(meter.now()).isEqualTo(Loudness.SILENCE);
    }
}
