package amends.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TelephoneEventTest {
    @Test
    void the_example_of_the_standard_is_written_as_it_stands_there() {
        assertThat(new TelephoneEvent(11, true, 10, 400).payload()).containsExactly(0x0b, 0x8a, 0x01, 0x90);
    }

    @Test
    void every_key_comes_back() {
        for (char key : "0123456789*#ABCD".toCharArray()) {
            var event = new TelephoneEvent(TelephoneEvent.of(key).orElseThrow(), false, 10, 160);
            assertThat(TelephoneEvent.parse(event.payload()).orElseThrow().key())
                    .contains(key);
        }
    }

    @Test
    void an_event_that_is_no_key_has_no_letter() {
        assertThat(new TelephoneEvent(16, false, 10, 160).key()).isEmpty();
    }

    @Test
    void a_character_that_is_no_key_has_no_event() {
        assertThat(TelephoneEvent.of('x')).isEmpty();
    }

    @Test
    void any_payload_is_read_without_an_exception() {
        var random = new Random(4733);
        for (int round = 0; round < 50_000; round++) {
            var payload = new byte[random.nextInt(9)];
            random.nextBytes(payload);
            TelephoneEvent.parse(payload)
                    .ifPresent(event -> assertThat(event.payload()).hasSize(4));
        }
    }
}
