package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of two who speak, by how loud each 20 ms is. */
class TalkWatchTest {
    /** About −20 dB of full scale. */
    private static final double VOICE = 3_300;

    private static final double ROOM = 20;
    private final TalkWatch watch = new TalkWatch();

    private TalkHint after(double seconds, double agent, double customer) {
        for (int i = 0; i < seconds * 50; i++) watch.frame(agent, customer);
        return watch.hint();
    }

    private static double loud(double decibels) {
        return Short.MAX_VALUE * Math.pow(10, decibels / 20);
    }

    @Test
    void two_who_take_turns_are_told_nothing() {
        for (int turn = 0; turn < 40; turn++) {
            assertThat(after(6, VOICE, ROOM)).isNull();
            assertThat(after(0.4, ROOM, ROOM)).isNull();
            assertThat(after(8, ROOM, VOICE)).isNull();
        }
    }

    @Test
    void who_speak_at_once_are_told_after_a_second_and_a_half_and_no_more_when_they_stop() {
        after(5, VOICE, ROOM);
        assertThat(after(1.2, VOICE, VOICE)).isNull();
        assertThat(after(0.4, VOICE, VOICE)).isEqualTo(TalkHint.TALKING_OVER);
        assertThat(after(2, VOICE, ROOM)).isEqualTo(TalkHint.TALKING_OVER);
        assertThat(after(6, VOICE, ROOM)).isNull();
    }

    @Test
    void a_word_thrown_in_now_and_then_is_no_talking_over() {
        for (int word = 0; word < 12; word++) {
            assertThat(after(4, VOICE, ROOM)).isNull();
            assertThat(after(0.4, VOICE, VOICE)).isNull();
        }
    }

    @Test
    void an_agent_who_speaks_for_a_minute_is_told_until_the_customer_has_a_turn() {
        assertThat(after(59, VOICE, ROOM)).isNull();
        assertThat(after(3, VOICE, ROOM)).isEqualTo(TalkHint.AGENT_MONOLOGUE);
        after(0.3, ROOM, VOICE);
        assertThat(after(2, VOICE, ROOM)).isEqualTo(TalkHint.AGENT_MONOLOGUE);
        after(0.5, ROOM, ROOM);
        assertThat(after(2, ROOM, VOICE)).isNull();
    }

    @Test
    void a_customer_is_given_two_minutes() {
        assertThat(after(119, ROOM, VOICE)).isNull();
        assertThat(after(4, ROOM, VOICE)).isEqualTo(TalkHint.CUSTOMER_MONOLOGUE);
    }

    @Test
    void ten_seconds_of_silence_are_told_and_a_click_does_not_end_them() {
        after(3, VOICE, ROOM);
        assertThat(after(9, ROOM, ROOM)).isNull();
        assertThat(after(2, ROOM, ROOM)).isEqualTo(TalkHint.SILENCE);
        after(0.02, VOICE, ROOM);
        assertThat(after(4, ROOM, ROOM)).isEqualTo(TalkHint.SILENCE);
        after(1, VOICE, ROOM);
        assertThat(after(3, ROOM, VOICE)).isNull();
    }

    @Test
    void a_call_on_hold_is_no_silence() {
        after(3, VOICE, ROOM);
        assertThat(after(120, 0, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "-5, -20, AGENT_TOO_LOUD",
        "-42, -20, AGENT_TOO_QUIET",
        "-20, -42, CUSTOMER_TOO_QUIET",
        "-20, -20, ",
        "-11, -36, "
    })
    void who_is_too_loud_or_too_quiet_is_told_after_some_seconds(double agent, double customer, TalkHint told) {
        for (int turn = 0; turn < 6; turn++) {
            after(4, loud(agent), ROOM);
            after(0.5, ROOM, ROOM);
            after(4, ROOM, loud(customer));
            after(0.5, ROOM, ROOM);
        }
        assertThat(watch.hint()).isEqualTo(told);
    }

    @Test
    void a_loudness_about_the_limit_does_not_flicker() {
        var random = new Random(3);
        int changes = 0;
        TalkHint before = null;
        for (int second = 0; second < 50; second++) {
            TalkHint now = after(1, loud(-9 + random.nextGaussian()), ROOM);
            if (now != before) changes++;
            before = now;
            after(0.1, ROOM, VOICE);
        }
        assertThat(changes).isLessThanOrEqualTo(3);
    }

    @Test
    void whatever_comes_no_sign_changes_twice_within_three_seconds() {
        for (long seed = 0; seed < 30; seed++) {
            var random = new Random(seed);
            var any = new TalkWatch();
            TalkHint before = null;
            int steady = 150;
            for (int frame = 0; frame < 10_000; ) {
                double agent = random.nextBoolean() ? ROOM : loud(-50 * random.nextDouble());
                double customer = random.nextBoolean() ? ROOM : loud(-50 * random.nextDouble());
                for (int i = random.nextInt(400); i >= 0; i--, frame++) {
                    any.frame(agent, customer);
                    steady++;
                    if (any.hint() == before) continue;
                    assertThat(steady).as("seed " + seed).isGreaterThanOrEqualTo(150);
                    before = any.hint();
                    steady = 0;
                }
            }
        }
    }
}
