package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeardSoundTest {
    private final HeardSound heard = new HeardSound();

    private static short[] frame(int value) {
        var frame = new short[160];
        Arrays.fill(frame, (short) value);
        return frame;
    }

    @Test
    void packets_lie_where_their_time_says_whatever_their_order() {
        heard.add(1, 0xFFFF_FF60L, frame(1));
        heard.add(1, 160, frame(3));
        heard.add(1, 0, frame(2));
        short[] all = heard.samples();
        assertThat(all).hasSize(480);
        assertThat(new short[] {all[0], all[160], all[320]}).containsExactly((short) 1, (short) 2, (short) 3);
    }

    @Test
    void a_lost_packet_leaves_silence() {
        heard.add(1, 0, frame(1));
        heard.add(1, 320, frame(3));
        assertThat(heard.samples()[160]).isZero();
    }

    @Test
    void another_source_goes_on_where_the_first_ended() {
        heard.add(1, 0, frame(1));
        heard.add(2, 90_000_000L, frame(2));
        assertThat(heard.samples()).hasSize(320);
    }

    @Test
    void what_was_heard_takes_bounded_memory() {
        for (int i = 0; i < 20_000; i++) heard.add(1, i * 160L, frame(1));
        assertThat(heard.samples()).hasSizeLessThanOrEqualTo(180 * 8_000);
    }
}
