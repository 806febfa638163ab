package amends.customer;

import static amends.customer.SourceHealth.Event.ANSWERED;
import static amends.customer.SourceHealth.Event.ASKED;
import static amends.customer.SourceHealth.Event.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.customer.SourceHealth.Event;
import amends.customer.SourceHealth.Resting;
import amends.customer.SourceHealth.Trying;
import amends.customer.SourceHealth.Well;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourceHealthTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final Duration HALF = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofMinutes(10);

    static Stream<Arguments> table() {
        var resting = new Resting(NOW.plusSeconds(1), HALF);
        var rested = new Resting(NOW, HALF);
        var trying = new Trying(NOW, HALF);
        return Stream.of(
                arguments(new Well(2), ANSWERED, new Well(0)),
                arguments(new Well(0), FAILED, new Well(1)),
                arguments(new Well(1), FAILED, new Well(2)),
                arguments(new Well(2), FAILED, new Resting(NOW.plus(HALF), HALF)),
                arguments(new Well(2), ASKED, new Well(2)),
                arguments(resting, ANSWERED, new Well(0)),
                arguments(resting, FAILED, resting),
                arguments(resting, ASKED, resting),
                arguments(rested, ASKED, new Trying(NOW, HALF)),
                arguments(trying, ANSWERED, new Well(0)),
                arguments(trying, FAILED, new Resting(NOW.plusSeconds(60), Duration.ofSeconds(60))),
                arguments(new Trying(NOW, MOST), FAILED, new Resting(NOW.plus(MOST), MOST)),
                arguments(trying, ASKED, trying));
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_table_holds(SourceHealth from, Event event, SourceHealth to) {
        assertThat(from.next(event, NOW)).isEqualTo(to);
    }

    @Test
    void while_it_rests_nobody_asks_and_afterwards_one_does() {
        var resting = new Resting(NOW.plusSeconds(1), HALF);
        assertThat(resting.mayAsk(NOW)).isFalse();
        assertThat(resting.mayAsk(NOW.plusSeconds(1))).isTrue();
        var trying = new Trying(NOW, HALF);
        assertThat(trying.mayAsk(NOW)).isFalse();
        assertThat(trying.mayAsk(NOW.plus(MOST).plusSeconds(1))).isTrue();
    }
}
