package amends.kernel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When somebody works: so that what is due in eight working hours, or in five working days, falls where there is
 * somebody. The same hours on each working day, in the calendar's own zone; moments are those of the world, so an hour
 * that the clock leaves out in spring is not worked. Immutable.
 *
 * @param days of the week on which people work, at least one
 * @param opens first worked minute of a day
 * @param closes first that is not; midnight stands for the day's end, as late as a day goes
 * @param holidays on which nobody works though the week says so
 * @param extra worked though the week says no (调休); such a day is worked even when it is among the holidays
 */
public record WorkingCalendar(
        ZoneId zone,
        Set<DayOfWeek> days,
        LocalTime opens,
        LocalTime closes,
        Set<LocalDate> holidays,
        Set<LocalDate> extra) {
    /** Nothing that is promised lies farther ahead: beyond it the reckoning refuses. */
    public static final int MOST_DAYS = 3660;

    public WorkingCalendar {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        extra = Set.copyOf(extra);
        if (days.isEmpty()) throw new IllegalArgumentException("a calendar on which nobody ever works");
        if (!closes.equals(LocalTime.MIDNIGHT) && !closes.isAfter(opens))
            throw new IllegalArgumentException("a working day that closes at " + closes + " before it opens");
    }

    /** Monday to Friday, nine to six, no holidays. */
    public static WorkingCalendar usual(ZoneId zone) {
        return new WorkingCalendar(
                zone,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                Set.of(),
                Set.of());
    }

    /** Every day from morning to evening, as long as customers may be called. */
    public static WorkingCalendar everyDay(ZoneId zone, LocalTime opens, LocalTime closes) {
        return new WorkingCalendar(zone, Set.of(DayOfWeek.values()), opens, closes, Set.of(), Set.of());
    }

    public boolean isWorkingDay(LocalDate day) {
        return extra.contains(day) || days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** Whether somebody works then. The closing moment itself is worked until: what is due then is due in time. */
    public boolean isWorking(Instant moment) {
        LocalDate day = dayOf(moment);
        if (isWorkingDay(day) && !moment.isBefore(opening(day)) && !moment.isAfter(closing(day))) return true;
        return isWorkingDay(day.minusDays(1)) && moment.equals(closing(day.minusDays(1)));
    }

    /** The moment itself when somebody works from it on, else the next opening. */
    public Instant openAfter(Instant moment) {
        LocalDate day = dayOf(moment);
        if (isWorkingDay(day) && moment.isBefore(closing(day)))
            return moment.isBefore(opening(day)) ? opening(day) : moment;
        return opening(nextWorkingDay(day));
    }

    /** The moment itself when somebody worked until it, else the last closing before it. */
    public Instant openBefore(Instant moment) {
        LocalDate day = dayOf(moment);
        if (isWorkingDay(day) && moment.isAfter(opening(day)))
            return moment.isAfter(closing(day)) ? closing(day) : moment;
        return closing(workingDayBefore(day));
    }

    /**
     * When so much working time has passed.
     *
     * @throws IllegalArgumentException when it is negative, or takes longer than {@link #MOST_DAYS}
     */
    public Instant plus(Instant from, Duration work) {
        requirePositive(work);
        Instant at = openAfter(from);
        Duration left = work;
        for (int days = 0; days < MOST_DAYS; days++) {
            LocalDate day = dayOf(at);
            Duration today = Duration.between(at, closing(day));
            if (left.compareTo(today) <= 0) return at.plus(left);
            left = left.minus(today);
            at = opening(nextWorkingDay(day));
        }
        throw new IllegalArgumentException("more working time than in " + MOST_DAYS + " days: " + work);
    }

    /**
     * From when on so much working time passes until then.
     *
     * @throws IllegalArgumentException when it is negative, or takes longer than {@link #MOST_DAYS}
     */
    public Instant minus(Instant until, Duration work) {
        requirePositive(work);
        Instant at = openBefore(until);
        Duration left = work;
        for (int days = 0; days < MOST_DAYS; days++) {
            LocalDate day = workedUntil(at);
            Duration today = Duration.between(opening(day), at);
            if (left.compareTo(today) <= 0) return at.minus(left);
            left = left.minus(today);
            at = closing(workingDayBefore(day));
        }
        throw new IllegalArgumentException("more working time than in " + MOST_DAYS + " days: " + work);
    }

    /** How much is worked between the two; nothing when the second is not after the first. */
    public Duration between(Instant from, Instant until) {
        Duration worked = Duration.ZERO;
        LocalDate last = dayOf(until);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (!isWorkingDay(day)) continue;
            Instant begin = later(from, opening(day));
            Instant end = until.isBefore(closing(day)) ? until : closing(day);
            if (end.isAfter(begin)) worked = worked.plus(Duration.between(begin, end));
        }
        return worked;
    }

    /**
     * The end of the given working day after this one: "within two working days" of a Monday ends on Wednesday at
     * closing. With 0, the end of this day or, when nobody works on it, of the next that is worked.
     */
    public Instant endOfDay(Instant from, int workingDays) {
        LocalDate day = dayOf(from);
        if (workingDays == 0)
            return closing(isWorkingDay(day) && !from.isAfter(closing(day)) ? day : nextWorkingDay(day));
        return closing(workingDaysAfter(day, workingDays));
    }

    /** The same time of day that many working days later, moved into the hours of that day. */
    public Instant plusDays(Instant from, int workingDays) {
        LocalDate day = workingDaysAfter(dayOf(from), workingDays);
        Instant then = day.atTime(from.atZone(zone).toLocalTime()).atZone(zone).toInstant();
        if (then.isBefore(opening(day))) return opening(day);
        return then.isAfter(closing(day)) ? closing(day) : then;
    }

    /** How many working days end between the two; 0 when the second is not after the first. */
    public int daysBetween(Instant from, Instant until) {
        int ended = 0;
        for (LocalDate day = dayOf(from); !day.isAfter(dayOf(until)); day = day.plusDays(1))
            if (isWorkingDay(day) && closing(day).isAfter(from) && !closing(day).isAfter(until)) ended++;
        return ended;
    }

    private LocalDate workingDaysAfter(LocalDate from, int workingDays) {
        if (workingDays < 0 || workingDays > MOST_DAYS)
            throw new IllegalArgumentException("0 to " + MOST_DAYS + " working days, not " + workingDays);
        LocalDate day = from;
        for (int i = 0; i < workingDays; i++) day = nextWorkingDay(day);
        return isWorkingDay(day) ? day : nextWorkingDay(day);
    }

    private LocalDate nextWorkingDay(LocalDate after) {
        LocalDate day = after.plusDays(1);
        while (!isWorkingDay(day)) day = day.plusDays(1);
        return day;
    }

    private LocalDate workingDayBefore(LocalDate before) {
        LocalDate day = before.minusDays(1);
        while (!isWorkingDay(day)) day = day.minusDays(1);
        return day;
    }

    /** The day that was worked until then: midnight belongs to the day that ends with it. */
    private LocalDate workedUntil(Instant moment) {
        LocalDate day = dayOf(moment);
        return isWorkingDay(day) && moment.isAfter(opening(day)) ? day : workingDayBefore(day);
    }

    private LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    private Instant closing(LocalDate day) {
        return closes.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(closes).atZone(zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static void requirePositive(Duration work) {
        if (work.isNegative()) throw new IllegalArgumentException("working time that runs backwards: " + work);
    }
}
