package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkingCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar WEEK = WorkingCalendar.usual(SHANGHAI);
    /** The national day's week of 2026, with the Saturday after it worked instead. */
    private static final WorkingCalendar GOLDEN = new WorkingCalendar(
            SHANGHAI,
            WEEK.days(),
            WEEK.opens(),
            WEEK.closes(),
            Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 5)),
            Set.of(LocalDate.of(2026, 10, 10)));

    @Test
    void hours_run_on_over_the_night() {
        assertThat(WEEK.plus(at("2026-01-05T16:00"), Duration.ofHours(4))).isEqualTo(at("2026-01-06T11:00"));
    }

    @Test
    void hours_run_on_over_the_weekend() {
        assertThat(WEEK.plus(at("2026-01-09T17:30"), Duration.ofHours(1))).isEqualTo(at("2026-01-12T09:30"));
    }

    @Test
    void what_fits_until_closing_ends_at_closing() {
        assertThat(WEEK.plus(at("2026-01-05T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-01-05T18:00"));
    }

    @Test
    void holidays_are_left_out_and_days_worked_instead_are_counted() {
        assertThat(GOLDEN.plus(at("2026-09-30T17:00"), Duration.ofHours(2))).isEqualTo(at("2026-10-06T10:00"));
        assertThat(GOLDEN.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(GOLDEN.plus(at("2026-10-09T17:00"), Duration.ofHours(2))).isEqualTo(at("2026-10-10T10:00"));
    }

    @Test
    void nobody_works_before_opening_or_after_closing() {
        assertThat(WEEK.isWorking(at("2026-01-05T08:59"))).isFalse();
        assertThat(WEEK.isWorking(at("2026-01-05T09:00"))).isTrue();
        assertThat(WEEK.isWorking(at("2026-01-05T18:00"))).isTrue();
        assertThat(WEEK.isWorking(at("2026-01-05T18:01"))).isFalse();
        assertThat(WEEK.isWorking(at("2026-01-04T12:00"))).isFalse();
    }

    @Test
    void within_two_working_days_ends_with_the_second_day() {
        assertThat(WEEK.endOfDay(at("2026-01-08T11:00"), 2)).isEqualTo(at("2026-01-12T18:00"));
        assertThat(WEEK.endOfDay(at("2026-01-10T11:00"), 1)).isEqualTo(at("2026-01-12T18:00"));
        assertThat(WEEK.endOfDay(at("2026-01-05T11:00"), 0)).isEqualTo(at("2026-01-05T18:00"));
        assertThat(WEEK.endOfDay(at("2026-01-05T19:00"), 0)).isEqualTo(at("2026-01-06T18:00"));
    }

    @Test
    void the_same_time_some_working_days_later_falls_into_hours() {
        assertThat(WEEK.plusDays(at("2026-01-09T20:00"), 1)).isEqualTo(at("2026-01-12T18:00"));
        assertThat(WEEK.plusDays(at("2026-01-09T10:00"), 1)).isEqualTo(at("2026-01-12T10:00"));
        assertThat(WEEK.plusDays(at("2026-01-10T07:00"), 0)).isEqualTo(at("2026-01-12T09:00"));
    }

    @Test
    void working_days_between_are_those_that_ended() {
        assertThat(WEEK.daysBetween(at("2026-01-05T10:00"), at("2026-01-05T17:00")))
                .isZero();
        assertThat(WEEK.daysBetween(at("2026-01-05T10:00"), at("2026-01-12T17:00")))
                .isEqualTo(5);
    }

    @Test
    void a_day_may_last_until_midnight() {
        var late = WorkingCalendar.everyDay(SHANGHAI, LocalTime.of(8, 0), LocalTime.MIDNIGHT);
        assertThat(late.plus(at("2026-01-05T23:00"), Duration.ofHours(2))).isEqualTo(at("2026-01-06T09:00"));
        assertThat(late.minus(at("2026-01-06T09:00"), Duration.ofHours(2))).isEqualTo(at("2026-01-05T23:00"));
        assertThat(late.isWorking(at("2026-01-06T00:00"))).isTrue();
        assertThat(late.isWorking(at("2026-01-06T00:01"))).isFalse();
    }

    @Test
    void an_hour_that_the_clock_leaves_out_is_not_worked() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        var nights = WorkingCalendar.everyDay(berlin, LocalTime.MIDNIGHT, LocalTime.of(6, 0));
        LocalDate spring = LocalDate.of(2026, 3, 29);
        assertThat(nights.between(
                        spring.atStartOfDay(berlin).toInstant(),
                        spring.atTime(6, 0).atZone(berlin).toInstant()))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void forwards_backwards_and_between_agree() {
        var random = new Random(4711);
        for (int i = 0; i < 2000; i++) {
            WorkingCalendar calendar = i % 2 == 0 ? GOLDEN : any(random);
            Instant from = Instant.parse("2026-09-01T00:00:00Z").plusSeconds(random.nextInt(5_000_000));
            Duration work = Duration.ofMinutes(1 + random.nextInt(6000));
            Instant until = calendar.plus(from, work);
            assertThat(calendar.isWorking(until)).as("%s + %s", from, work).isTrue();
            assertThat(calendar.between(from, until)).as("%s + %s", from, work).isEqualTo(work);
            Instant back = calendar.minus(until, work);
            assertThat(calendar.between(back, until)).as("%s - %s", until, work).isEqualTo(work);
            assertThat(calendar.openAfter(from)).isEqualTo(calendar.plus(from, Duration.ZERO));
            assertThat(calendar.isWorkingDay(calendar.endOfDay(from, 3)
                            .minusSeconds(1)
                            .atZone(calendar.zone())
                            .toLocalDate()))
                    .isTrue();
        }
    }

    private static WorkingCalendar any(Random random) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        while (days.isEmpty()) for (DayOfWeek day : DayOfWeek.values()) if (random.nextBoolean()) days.add(day);
        int opens = random.nextInt(23);
        LocalTime closes = random.nextInt(4) == 0
                ? LocalTime.MIDNIGHT
                : LocalTime.of((opens + 1 + random.nextInt(23 - opens)) % 24, 0);
        var zones = new String[] {"Asia/Shanghai", "America/New_York", "UTC", "Asia/Kolkata"};
        return new WorkingCalendar(
                ZoneId.of(zones[random.nextInt(zones.length)]),
                days,
                LocalTime.of(opens, 0),
                closes,
                Set.of(),
                Set.of());
    }

    @Test
    void a_calendar_without_a_day_or_hours_is_refused() {
        assertThatThrownBy(
                        () -> new WorkingCalendar(SHANGHAI, Set.of(), WEEK.opens(), WEEK.closes(), Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new WorkingCalendar(SHANGHAI, WEEK.days(), WEEK.closes(), WEEK.opens(), Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_would_take_ten_years_is_refused() {
        assertThatThrownBy(() -> WEEK.plus(at("2026-01-05T10:00"), Duration.ofDays(3000)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WEEK.minus(at("2026-01-05T10:00"), Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
