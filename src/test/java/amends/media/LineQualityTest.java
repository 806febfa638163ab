package amends.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values reckoned by hand from ITU-T G.107 with its defaults and G.113's 25.1 for concealed G.711. */
class LineQualityTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 4.41",
        "100, 0, 4.36",
        "300, 0, 3.80",
        "100, 1, 4.26",
        "100, 5, 3.73",
        "100, 10, 3.29",
        "100, 60, 1.37"
    })
    void opinions_follow_delay_and_loss(double oneWayMs, double lossPercent, double opinion) {
        assertThat(LineQuality.opinion(oneWayMs, lossPercent, 25.1)).isCloseTo(opinion, within(0.1));
    }
}
