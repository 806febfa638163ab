package amends.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import amends.media.Pcm;
import org.junit.jupiter.api.Test;

class FrameRingTest {
    private final FrameRing ring = new FrameRing(8, 2, 1, true);

    @Test
    void nothing_is_given_before_the_cushion_is_there() {
        ring.put(frame(1));
        assertThat(ring.poll()).isNull();
        ring.put(frame(2));
        assertThat(ring.poll()[0]).isEqualTo((short) 1);
    }

    @Test
    void what_overflows_is_dropped_from_the_old_end_down_to_the_cushion() {
        for (int i = 1; i <= 9; i++) ring.put(frame(i));
        assertThat(ring.dropped()).isEqualTo(6);
        assertThat(ring.poll()[0]).isEqualTo((short) 7);
    }

    @Test
    void what_is_forgotten_is_never_given_and_the_cushion_is_laid_anew() {
        for (int i = 1; i <= 6; i++) ring.put(frame(i));
        ring.forget();
        ring.put(frame(7));
        assertThat(ring.poll()).isNull();
        ring.put(frame(8));
        assertThat(ring.poll()[0]).isEqualTo((short) 7);
    }

    @Test
    void the_frame_is_copied() {
        var frame = frame(1);
        ring.put(frame);
        frame[0] = 99;
        ring.put(frame);
        assertThat(ring.poll()[0]).isEqualTo((short) 1);
    }

    @Test
    void a_delay_that_stays_is_taken_out() {
        for (int i = 0; i < 5; i++) ring.put(frame(i));
        for (int i = 0; i < 200; i++) {
            ring.put(frame(i));
            ring.poll();
        }
        assertThat(ring.size()).isLessThanOrEqualTo(3);
        assertThat(ring.dropped()).isBetween(2L, 4L);
    }

    @Test
    void a_lumpy_device_at_the_same_rate_loses_nothing_after_the_start() {
        int given = 0;
        for (int tick = 0; tick < 3000; tick++) {
            if (tick % 2 == 0) {
                ring.put(frame(1));
                ring.put(frame(1));
            }
            if (ring.poll() != null) given++;
        }
        assertThat(given).isGreaterThan(2990);
        assertThat(ring.dropped()).isZero();
    }

    @Test
    void a_device_whose_clock_runs_fast_costs_a_frame_now_and_then() {
        double due = 0;
        for (int tick = 0; tick < 50_000; tick++) {
            for (due += 1.0002; due >= 1; due--) ring.put(frame(1));
            ring.poll();
        }
        assertThat(ring.dropped()).isBetween(5L, 15L);
    }

    @Test
    void a_keeping_ring_drops_nothing_while_there_is_room() {
        var keeping = FrameRing.keeping(500);
        for (int i = 0; i < 500; i++) keeping.put(frame(i));
        assertThat(keeping.dropped()).isZero();
        assertThat(keeping.poll()[0]).isZero();
    }

    private static short[] frame(int value) {
        var frame = new short[Pcm.FRAME];
        frame[0] = (short) value;
        return frame;
    }
}
