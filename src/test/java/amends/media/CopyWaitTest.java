package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopyWaitTest {
    private final CopyWait wait = new CopyWait();

    /** @param frames of 20 ms, each after a packet with a copy */
    private void passes(int frames) {
        for (int i = 0; i < frames; i++) {
            wait.copyCame();
            wait.played(0);
        }
    }

    private void hole() {
        wait.copyCame();
        wait.played(1);
    }

    @Test
    void nothing_is_waited_for_while_nothing_is_lost() {
        passes(1000);
        assertThat(wait.samples()).isZero();
    }

    @Test
    void two_holes_are_an_accident_and_three_are_not() {
        hole();
        passes(100);
        hole();
        passes(100);
        assertThat(wait.samples()).isZero();
        hole();
        assertThat(wait.samples()).isEqualTo(Pcm.FRAME);
    }

    @Test
    void holes_far_apart_are_accidents() {
        for (int i = 0; i < 10; i++) {
            hole();
            passes(210);
            assertThat(wait.samples()).isZero();
        }
    }

    @Test
    void once_it_waits_it_goes_on_until_it_was_quiet_for_long() {
        for (int i = 0; i < 3; i++) hole();
        passes(790);
        assertThat(wait.samples()).isEqualTo(Pcm.FRAME);
        passes(20);
        assertThat(wait.samples()).isZero();
    }

    @Test
    void copies_that_do_not_come_are_not_waited_for() {
        for (int i = 0; i < 10; i++) wait.played(1);
        assertThat(wait.samples()).isZero();
    }

    @Test
    void copies_that_come_no_more_are_waited_for_no_more() {
        for (int i = 0; i < 3; i++) hole();
        for (int i = 0; i < 401; i++) wait.played(i % 20 == 0 ? 1 : 0);
        assertThat(wait.samples()).isZero();
    }
}
