package amends.customer;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A day of the year that matters to a customer.
 *
 * @param name what it is, for {@link Kind#OTHER}; may be empty otherwise
 * @param year in which it first was; empty where nobody said. How old somebody is, is nobody's business at a desk
 */
public record Occasion(Kind kind, String name, MonthDay day, Optional<Integer> year) {
    public static final int LONGEST_NAME = 60;
    /** So many days before it, it is shown to who talks with the customer. */
    public static final int NEAR_DAYS = 7;

    /** What is remembered. */
    public enum Kind {
        BIRTHDAY,
        WEDDING_DAY,
        /** Since when they are with us. */
        JOINED,
        OTHER
    }

    /** 0 on the day itself; the 29th of February is the 28th in other years. */
    public long daysUntil(LocalDate today) {
        LocalDate next = day.atYear(today.getYear());
        if (next.isBefore(today)) next = day.atYear(today.getYear() + 1);
        return ChronoUnit.DAYS.between(today, next);
    }

    public boolean isNear(LocalDate today) {
        return daysUntil(today) <= NEAR_DAYS;
    }

    Occasion withoutYear() {
        return new Occasion(kind, name, day, Optional.empty());
    }
}
