package amends.acd.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryDelayTest {
    private final RetryDelay delay = new RetryDelay(new Random(1));

    @Test
    void it_doubles_to_half_a_minute_less_some_chance() {
        for (long longest : new long[] {1, 2, 4, 8, 16, 30, 30})
            assertThat(delay.next()).isBetween(Duration.ofMillis(longest * 500), Duration.ofSeconds(longest));
    }

    @Test
    void it_begins_anew_when_reset() {
        for (int i = 0; i < 5; i++) delay.next();
        delay.reset();
        assertThat(delay.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_refusal_waits_longer() {
        assertThat(delay.afterRefusal()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }
}
