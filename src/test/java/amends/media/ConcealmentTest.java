package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConcealmentTest {
    private final Concealment concealment = new Concealment();
    private final short[] tone = Sounds.tone(200, 8000, Pcm.RATE);

    @Test
    void a_steady_tone_goes_on_through_a_lost_frame() {
        hear(0, 10);
        var made = missing();
        var expected = Arrays.copyOfRange(tone, 10 * Pcm.FRAME, 11 * Pcm.FRAME);
        for (int i = 0; i < 80; i++) assertThat((int) made[i]).isCloseTo(expected[i], within(400));
    }

    @Test
    void what_is_made_up_fades_to_nothing_within_60_ms() {
        hear(0, 10);
        missing();
        missing();
        missing();
        assertThat(concealment.audible()).isFalse();
        assertThat(Sounds.rms(missing())).isZero();
    }

    @Test
    void what_follows_a_gap_is_blended_in_without_a_step() {
        hear(0, 10);
        var made = missing();
        var next = frame(11);
        concealment.came(next, 0, Pcm.FRAME);
        assertThat(Math.abs(next[0] - made[Pcm.FRAME - 1])).isLessThan(2000);
        assertThat(next[Pcm.FRAME - 1]).isEqualTo(frame(11)[Pcm.FRAME - 1]);
    }

    @Test
    void without_anything_heard_nothing_is_made_up() {
        assertThat(Sounds.rms(missing())).isZero();
    }

    private void hear(int from, int to) {
        for (int i = from; i < to; i++) concealment.came(frame(i), 0, Pcm.FRAME);
    }

    private short[] frame(int number) {
        return Arrays.copyOfRange(tone, number * Pcm.FRAME, (number + 1) * Pcm.FRAME);
    }

    private short[] missing() {
        var frame = new short[Pcm.FRAME];
        concealment.missing(frame, 0, Pcm.FRAME);
        return frame;
    }

    private static org.assertj.core.data.Offset<Integer> within(int most) {
        return org.assertj.core.data.Offset.offset(most);
    }
}
