package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import amends.media.TestCall.Event;
import amends.media.TestCall.Phase;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class TestCallTest {
    private static final short[] SAID = Sounds.babble(4, 3.5);
    private final MemoryDevices devices = new MemoryDevices(SAID);
    private final Headset headset = new Headset(devices);
    private final TestCall test = new TestCall();

    @ParameterizedTest
    @CsvSource({
        "READY, WISHED, LISTENING",
        "READY, TIME_UP, -",
        "READY, CALL_CAME, READY",
        "LISTENING, WISHED, -",
        "LISTENING, TIME_UP, PLAYING",
        "LISTENING, CALL_CAME, READY",
        "PLAYING, WISHED, -",
        "PLAYING, TIME_UP, READY",
        "PLAYING, CALL_CAME, READY"
    })
    void the_whole_table(Phase phase, Event event, String next) {
        Optional<Phase> expected = next.equals("-") ? Optional.empty() : Optional.of(Phase.valueOf(next));
        assertThat(TestCall.next(phase, event)).isEqualTo(expected);
    }

    private void ticks(int milliseconds) {
        for (int t = 0; t < milliseconds; t += Pcm.FRAME_MS) test.tick(headset);
    }

    @Test
    void what_was_said_is_heard_after_a_pause_and_once() {
        headset.open();
        test.hear(Event.WISHED);
        ticks(3500);
        assertThat(test.phase()).isEqualTo(Phase.PLAYING);
        assertThat(devices.heard()).as("silence while one speaks").containsOnly(0);
        ticks(3900);
        assertThat(test.isOn()).isFalse();
        short[] heard = devices.heard();
        int from = (3500 + 400) * Pcm.RATE / 1000;
        assertThat(Arrays.copyOfRange(heard, from, from + SAID.length)).isEqualTo(SAID);
        ticks(1000);
        assertThat(devices.heard()).as("nothing follows").hasSameSizeAs(heard);
    }

    @Test
    void a_call_that_comes_ends_it_at_once() {
        headset.open();
        test.hear(Event.WISHED);
        ticks(4000);
        int heard = devices.heard().length;
        test.hear(Event.CALL_CAME);
        ticks(1000);
        assertThat(devices.heard()).hasSize(heard);
    }

    @Test
    void the_next_one_begins_anew() {
        headset.open();
        test.hear(Event.WISHED);
        ticks(2000);
        test.hear(Event.CALL_CAME);
        test.hear(Event.WISHED);
        ticks(3500);
        assertThat(test.phase()).isEqualTo(Phase.PLAYING);
    }
}
