package amends.media.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import amends.media.Pcm;
import org.junit.jupiter.api.Test;

class CushionTest {
    private final Cushion cushion = new Cushion();

    @Test
    void it_is_little_at_first_and_never_more_than_two_frames() {
        assertThat(cushion.samples()).isLessThanOrEqualTo(Pcm.RATE * 5 / 1000);
        for (int i = 0; i < 100; i++) cushion.starved();
        assertThat(cushion.samples()).isEqualTo(2 * Pcm.FRAME);
    }

    @Test
    void what_was_not_enough_once_is_given_back_after_five_seconds() {
        int first = cushion.samples();
        cushion.starved();
        calm(249);
        assertThat(cushion.samples()).isGreaterThan(first);
        calm(1);
        assertThat(cushion.samples()).isEqualTo(first);
    }

    @Test
    void what_is_often_not_enough_is_given_back_later_each_time() {
        for (int i = 0; i < 4; i++) cushion.starved();
        int most = cushion.samples();
        calm(999);
        assertThat(cushion.samples()).isEqualTo(most);
        calm(1);
        assertThat(cushion.samples()).isLessThan(most);
    }

    private void calm(int frames) {
        for (int i = 0; i < frames; i++) cushion.held();
    }
}
