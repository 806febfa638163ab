package amends.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /** By the textbook (Newcombe 1998, table I, method 3). */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void a_share_has_wilsons_interval(long hits, long cases, double low, double high) {
        var interval = Interval.ofShare(hits, cases);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void a_mean_has_students_interval() {
        // 1 2 3 4 5: mean 3, s² 2.5, t(4) 2.7764
        var interval = Interval.ofMean(5, 15, 55);
        assertThat(interval.low()).isCloseTo(3 - 2.7764 * Math.sqrt(0.5), within(1e-3));
        assertThat(interval.high()).isCloseTo(3 + 2.7764 * Math.sqrt(0.5), within(1e-3));
    }

    @Test
    void one_case_tells_nothing_of_the_spread() {
        assertThat(Interval.ofMean(1, 4, 16).within(1, 5)).isEqualTo(new Interval(1, 5));
        assertThatThrownBy(() -> Interval.ofShare(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_truth_lies_in_about_95_of_100_of_them() {
        var random = new Random(7);
        int held = 0;
        for (int i = 0; i < 2000; i++) {
            int cases = 10 + random.nextInt(60);
            double truth = 0.05 + random.nextDouble() * 0.9;
            long hits = random.doubles(cases).filter(d -> d < truth).count();
            var interval = Interval.ofShare(hits, cases);
            if (interval.low() <= truth && truth <= interval.high()) held++;
        }
        assertThat(held / 2000.0).isBetween(0.93, 0.975);
    }
}
