package amends.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceNumbersTest {
    @ParameterizedTest(name = "from {0} to {1} is {2}")
    @CsvSource({"1, 2, 1", "2, 1, -1", "65535, 0, 1", "0, 65535, -1", "0, 32768, -32768", "65000, 100, 636"})
    void the_shorter_way_round_counts(int from, int to, int ahead) {
        assertThat(SequenceNumbers.ahead(from, to)).isEqualTo(ahead);
    }

    @ParameterizedTest(name = "{1} near {0} is {2}")
    @CsvSource({"65535, 0, 65536", "65536, 65535, 65535", "131071, 1, 131073", "5, 7, 7"})
    void a_number_is_extended_to_the_nearest_of_its_kind(long near, int sequence, long extended) {
        assertThat(SequenceNumbers.extend(near, sequence)).isEqualTo(extended);
    }

    @ParameterizedTest(name = "from {0} to {1} is {2}")
    @CsvSource({"4294967295, 160, 161", "160, 0, -160", "0, 4294967136, -160"})
    void timestamps_wrap_too(long from, long to, int ticks) {
        assertThat(SequenceNumbers.ticksAhead(from, to)).isEqualTo(ticks);
    }
}
