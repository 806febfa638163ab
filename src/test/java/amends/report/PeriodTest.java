package amends.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.report.Period.Reach;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-01, 2026-03-01, 2026-03-01, 2026-02-28, 2026-02-28",
        "WEEK, 2026-03-01, 2026-02-23, 2026-03-01, 2026-02-16, 2026-02-22",
        "MONTH, 2026-03-31, 2026-03-01, 2026-03-31, 2026-02-01, 2026-02-28",
        "QUARTER, 2026-01-05, 2026-01-01, 2026-03-31, 2025-10-01, 2025-12-31"
    })
    void the_calendar_s_periods(
            Reach reach, LocalDate day, LocalDate from, LocalDate until, LocalDate before, LocalDate beforeUntil) {
        var period = Period.around(reach, day);
        assertThat(period).isEqualTo(new Period(reach, from, until));
        assertThat(period.previous()).isEqualTo(new Period(reach, before, beforeUntil));
        assertThat(period.previous().next()).isEqualTo(period);
    }

    @Test
    void a_custom_one_is_followed_back_by_as_many_days() {
        var period = Period.custom(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10));
        assertThat(period.previous()).isEqualTo(Period.custom(LocalDate.of(2026, 2, 19), LocalDate.of(2026, 2, 28)));
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void each_begins_where_the_one_before_ended(Reach reach) {
        var zone = ZoneId.of("Europe/Berlin");
        List<Period> trend = Period.around(reach, LocalDate.of(2026, 4, 2)).upToNow(8);
        assertThat(trend).hasSize(8);
        for (int i = 1; i < 8; i++)
            assertThat(trend.get(i).in(zone).from())
                    .isEqualTo(trend.get(i - 1).in(zone).until());
    }

    @Test
    void the_day_on_which_the_clock_changes_has_its_own_length() {
        var day = Period.around(Reach.DAY, LocalDate.of(2026, 3, 29)).in(ZoneId.of("Europe/Berlin"));
        assertThat(Duration.between(day.from(), day.until())).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> Period.custom(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Period.custom(LocalDate.of(1026, 1, 2), LocalDate.of(2026, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
