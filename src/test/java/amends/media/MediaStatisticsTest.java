package amends.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaStatisticsTest {
    @ParameterizedTest(name = "{0} received, {1} lost, {2} late; {3} frames played, {4} made up: {5} %")
    @CsvSource({
        "0, 0, 0, 0, 0, 0",
        "1000, 0, 0, 1000, 0, 0",
        "900, 100, 0, 900, 100, 10",
        "1000, 0, 50, 950, 50, 5",
        // A sender that jumps in its numbers: nothing had to be made up.
        "500, 9500, 0, 500, 0, 0",
        // A stretched buffer: nothing was lost.
        "1000, 0, 0, 980, 20, 0"
    })
    void what_was_not_heard(long received, long lost, long late, long played, long concealed, double percent) {
        var heard = new MediaStatistics(received, lost, 0, late, 0, 0, played, concealed, 0, 0, 0, 0, 0);

        assertThat(heard.lossPercent()).isCloseTo(percent, within(0.001));
    }
}
