package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the tests that listen can tell, and what they must not pass over. */
class SoundTest {
    private static final Sound SAID = Sound.customer();

    @Test
    void what_was_said_fits_where_it_was_said() {
        Sound piece = SAID.from(300).firstSeconds(6);
        assertThat(piece.fitIn(SAID).at()).isEqualTo(300);
        assertThat(piece.fitIn(SAID).correlation()).isGreaterThan(0.99);
    }

    @Test
    void time_that_was_bent_by_three_packets_at_once_is_followed() {
        Sound bent = Sound.of(SAID.firstSeconds(4), Sound.silence(0.06), SAID.from(400));
        assertThat(bent.fitIn(SAID.times(2)).correlation()).isGreaterThan(0.95);
        assertThat(SAID.fitIn(Sound.of(bent, SAID)).correlation()).isGreaterThan(0.95);
    }

    @Test
    void half_a_second_that_is_lost_from_the_midst_is_no_fit() {
        Sound cut = Sound.of(SAID.firstSeconds(2), SAID.from(250));
        assertThat(cut.fitIn(SAID.times(2)).correlation()).isLessThan(0.9);
    }

    @Test
    void a_second_of_silence_in_place_of_words_is_no_fit() {
        Sound holed = Sound.of(SAID.firstSeconds(1), Sound.silence(1), SAID.from(200));
        assertThat(holed.fitIn(SAID.times(2)).correlation()).isLessThan(0.95);
    }

    @Test
    void another_speakers_words_are_no_fit() {
        assertThat(Sound.agent().fitIn(SAID.times(3)).correlation()).isLessThan(0.6);
    }
}
