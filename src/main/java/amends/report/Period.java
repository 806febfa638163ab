package amends.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that a report is about: whole days of the site's own calendar, weeks beginning on Monday.
 *
 * @param until the last day, which belongs to it
 */
public record Period(Reach reach, LocalDate from, LocalDate until) {
    /** No report reaches further back in one period. */
    public static final int MOST_DAYS = 732;

    public enum Reach {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        CUSTOM
    }

    public Period {
        if (until.isBefore(from)) throw new IllegalArgumentException("a period that ends before it begins");
        if (ChronoUnit.DAYS.between(from, until) >= MOST_DAYS)
            throw new IllegalArgumentException("a period of more than " + MOST_DAYS + " days");
    }

    /** The one of this reach in which the day lies; a custom one is the day alone. */
    public static Period around(Reach reach, LocalDate day) {
        return switch (reach) {
            case DAY, CUSTOM -> new Period(reach, day, day);
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(reach, monday, monday.plusDays(6));
            }
            case MONTH -> {
                LocalDate first = day.withDayOfMonth(1);
                yield new Period(reach, first, first.plusMonths(1).minusDays(1));
            }
            case QUARTER -> {
                LocalDate first = day.with(IsoFields.DAY_OF_QUARTER, 1);
                yield new Period(reach, first, first.plusMonths(3).minusDays(1));
            }
        };
    }

    public static Period custom(LocalDate from, LocalDate until) {
        return new Period(Reach.CUSTOM, from, until);
    }

    /** The one right before it, as long; of calendar periods the calendar's. */
    public Period previous() {
        if (reach != Reach.CUSTOM) return around(reach, from.minusDays(1));
        long days = ChronoUnit.DAYS.between(from, until) + 1;
        return custom(from.minusDays(days), from.minusDays(1));
    }

    public Period next() {
        if (reach != Reach.CUSTOM) return around(reach, until.plusDays(1));
        long days = ChronoUnit.DAYS.between(from, until) + 1;
        return custom(until.plusDays(1), until.plusDays(days));
    }

    /** This one and those before it, oldest first, each beginning where the one before it ended. */
    public List<Period> upToNow(int count) {
        var periods = new ArrayList<Period>();
        for (Period p = this; periods.size() < count; p = p.previous()) periods.addFirst(p);
        return periods;
    }

    public Span in(ZoneId zone) {
        return new Span(
                from.atStartOfDay(zone).toInstant(),
                until.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
