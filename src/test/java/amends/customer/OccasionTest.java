package amends.customer;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.Portrait.Hours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccasionTest {
    @ParameterizedTest
    @CsvSource({
        "01-05, 2026-01-05, 0, true",
        "01-12, 2026-01-05, 7, true",
        "01-13, 2026-01-05, 8, false",
        "01-02, 2025-12-30, 3, true",
        "02-29, 2026-02-25, 3, true",
        "02-29, 2028-02-28, 1, true",
        "01-04, 2026-01-05, 364, false"
    })
    void a_day_of_the_year_comes_again(String day, LocalDate today, long days, boolean near) {
        var occasion = new Occasion(Occasion.Kind.OTHER, "", MonthDay.parse("--" + day), Optional.empty());
        assertThat(occasion.daysUntil(today)).isEqualTo(days);
        assertThat(occasion.isNear(today)).isEqualTo(near);
    }

    @ParameterizedTest
    @CsvSource({
        "18:30, 21:00, 18:30, true",
        "18:30, 21:00, 21:00, false",
        "22:00, 06:00, 23:00, true",
        "22:00, 06:00, 05:59, true",
        "22:00, 06:00, 12:00, false"
    })
    void hours_may_go_over_midnight(LocalTime from, LocalTime until, LocalTime at, boolean within) {
        assertThat(new Hours(from, until).contains(at)).isEqualTo(within);
    }
}
