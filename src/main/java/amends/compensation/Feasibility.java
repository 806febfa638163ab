package amends.compensation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * When an option can be carried out (可操作性).
 *
 * @param stock how many there are in one period of the budget; empty: as many as wanted
 * @param opens from when on a day it can be given @param closes until when; the same as {@code opens}: all day, earlier:
 *     over midnight
 */
public record Feasibility(OptionalInt stock, Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
    public static final Feasibility ALWAYS = new Feasibility(
            OptionalInt.empty(), EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Feasibility {
        days = Set.copyOf(days);
    }

    public boolean isOpen(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        LocalTime time = there.toLocalTime();
        if (opens.equals(closes)) return days.contains(there.getDayOfWeek());
        if (opens.isBefore(closes))
            return days.contains(there.getDayOfWeek()) && !time.isBefore(opens) && time.isBefore(closes);
        boolean evening = !time.isBefore(opens) && days.contains(there.getDayOfWeek());
        boolean morning =
                time.isBefore(closes) && days.contains(there.minusDays(1).getDayOfWeek());
        return evening || morning;
    }
}
