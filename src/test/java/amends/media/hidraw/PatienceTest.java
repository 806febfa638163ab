package amends.media.hidraw;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.law.BesideOthers;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

@BesideOthers
class PatienceTest {
    private final SettableTime time = new SettableTime();
    private final Patience patience = new Patience(time);

    private boolean lostAfter(Duration heeded) {
        patience.opened("hidraw3");
        time.pass(heeded);
        return patience.failed("hidraw3");
    }

    @Test
    void a_headset_that_is_lost_now_and_then_is_heeded_all_day() {
        for (int i = 0; i < 20; i++)
            assertThat(lostAfter(Duration.ofMinutes(20))).isFalse();
        assertThat(patience.isLeftFor("hidraw3")).isTrue();
    }

    @Test
    void three_short_losses_in_a_row_are_said_once_and_are_the_end() {
        assertThat(lostAfter(Duration.ofSeconds(2))).isFalse();
        assertThat(lostAfter(Duration.ofSeconds(2))).isFalse();
        assertThat(patience.isLeftFor("hidraw3")).isTrue();
        assertThat(lostAfter(Duration.ofSeconds(2))).isTrue();
        assertThat(patience.isLeftFor("hidraw3")).isFalse();
    }

    @Test
    void plugged_in_anew_it_starts_afresh() {
        patience.never("hidraw3");
        patience.only(Set.of("hidraw3"));
        assertThat(patience.isLeftFor("hidraw3")).isFalse();
        patience.only(Set.of());
        assertThat(patience.isLeftFor("hidraw3")).isTrue();
    }
}
