package amends.contact;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.CallLine.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLineTest {
    @ParameterizedTest
    @CsvSource({
        "380, 310, 19, GOOD",
        "379, 310, 0, FAIR",
        "440, 309, 0, FAIR",
        "440, 440, 20, FAIR",
        "310, 100, 49, FAIR",
        "309, 300, 0, BAD",
        "440, 440, 50, BAD"
    })
    void a_line_is_as_good_as_the_one_who_heard_worse_found_it(int mean, int worst, int there, Kind kind) {
        assertThat(new CallLine(mean, worst, 0, Optional.of(there), Optional.empty()).kind())
                .isEqualTo(kind);
    }

    @Test
    void figures_of_a_far_end_that_lies_stay_in_their_range() {
        assertThat(new CallLine(-5, 9999, -1, Optional.of(7000), Optional.of(Integer.MAX_VALUE)))
                .isEqualTo(new CallLine(100, 450, 0, Optional.of(1000), Optional.of(60_000)));
    }
}
