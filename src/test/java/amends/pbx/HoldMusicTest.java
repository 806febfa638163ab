package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldMusicTest {
    private final short[] music = HoldMusic.clip().samples();

    @Test
    void it_lasts_some_sixteen_seconds() {
        assertThat(HoldMusic.clip().length()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(17));
    }

    @Test
    void it_is_quiet_but_never_silent_for_long() {
        for (int from = 0; from + 8000 <= music.length; from += 4000) {
            double sum = 0;
            for (int i = from; i < from + 8000; i++) sum += (double) music[i] * music[i];
            assertThat(Math.sqrt(sum / 8000)).isBetween(500.0, 6000.0);
        }
    }

    @Test
    void it_never_clips_and_its_end_meets_its_start_without_a_click() {
        int peak = 0;
        for (short s : music) peak = Math.max(peak, Math.abs(s));
        assertThat(peak).isLessThan(24_000);
        assertThat(Math.abs(music[0] - music[music.length - 1])).isLessThan(3000);
    }

    @Test
    void it_is_the_same_every_time() {
        assertThat(HoldMusic.clip().samples()).isEqualTo(HoldMusic.clip().samples());
    }
}
