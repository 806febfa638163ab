package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.simulation.TurnTaking.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTakingTest {
    private final TurnTaking turns = new TurnTaking(Duration.ofSeconds(4));
    private final List<Turn> taken = new ArrayList<>();

    private void hear(double level, int ms) {
        for (int i = 0; i < ms / 20; i++) {
            Turn turn = turns.hear(level);
            if (turn != Turn.NOT_YET) taken.add(turn);
        }
    }

    @Test
    void a_pause_after_speech_is_ones_turn() {
        hear(3_000, 1_000);
        hear(0, 780);
        assertThat(taken).isEmpty();
        hear(0, 20);
        assertThat(taken).containsExactly(Turn.SPOKEN_TO);
    }

    @Test
    void a_pause_at_a_comma_is_not() {
        hear(3_000, 1_000);
        hear(10, 500);
        hear(3_000, 1_000);
        assertThat(taken).isEmpty();
    }

    @Test
    void music_without_pauses_is_waited_through() {
        hear(2_000, 120_000);
        assertThat(taken).isEmpty();
    }

    @Test
    void a_click_is_nobody_speaking() {
        hear(3_000, 60);
        hear(0, 2_000);
        assertThat(taken).isEmpty();
    }

    @Test
    void silence_is_borne_as_long_as_patience_lasts() {
        hear(0, 3_980);
        assertThat(taken).isEmpty();
        hear(0, 20);
        assertThat(taken).containsExactly(Turn.SILENCE);
    }
}
