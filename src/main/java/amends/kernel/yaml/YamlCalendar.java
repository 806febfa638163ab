package amends.kernel.yaml;

import amends.kernel.WorkingCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a working calendar: {@code {time-zone, days: [mon, …], hours: "09:00-18:00", holidays, extra-days}}. */
public final class YamlCalendar {
    private YamlCalendar() {}

    /** @param otherwise what is not said is as there */
    public static WorkingCalendar read(YamlMap map, WorkingCalendar otherwise) {
        ZoneId zone =
                map.parsed("time-zone", otherwise.zone(), "system, or a place like Asia/Shanghai", YamlCalendar::zone);
        Set<DayOfWeek> days = days(map, otherwise.days());
        var hours = map.parsed(
                "hours",
                new HoursReading.Hours(otherwise.opens(), otherwise.closes()),
                "hours like \"09:00-18:00\", the second after the first; 24:00 is the day's end",
                YamlCalendar::hours);
        return new WorkingCalendar(
                zone,
                days,
                hours.from(),
                hours.until(),
                dates(map, "holidays", otherwise.holidays()),
                dates(map, "extra-days", otherwise.extra()));
    }

    private static ZoneId zone(String text) {
        if (text.equals("system")) return ZoneId.systemDefault();
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Set<DayOfWeek> days(YamlMap map, Set<DayOfWeek> otherwise) {
        if (!map.has("days")) {
            map.texts("days", List.of());
            return otherwise;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : map.texts("days", List.of())) {
            DayOfWeek day = day(text);
            if (day == null)
                map.mistake("days", "has no day '" + text + "'; there are mon, tue, wed, thu, fri, sat, sun");
            else days.add(day);
        }
        if (days.isEmpty()) {
            map.mistake("days", "names no day");
            return otherwise;
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values())
            if (day.name().substring(0, 3).equals(text.strip().toUpperCase(Locale.ROOT))) return day;
        return null;
    }

    private static HoursReading.Hours hours(String text) {
        HoursReading.Hours hours = HoursReading.read(text);
        if (!hours.until().equals(LocalTime.MIDNIGHT) && !hours.until().isAfter(hours.from()))
            throw new IllegalArgumentException("it ends before it begins");
        return hours;
    }

    private static Set<LocalDate> dates(YamlMap map, String key, Set<LocalDate> otherwise) {
        boolean said = map.has(key);
        var dates = new HashSet<LocalDate>();
        for (String text : map.texts(key, List.of())) {
            try {
                dates.add(LocalDate.parse(text.strip()));
            } catch (DateTimeException e) {
                map.mistake(key, "has no day '" + text + "'; a day is written 2026-10-01");
            }
        }
        return said ? dates : otherwise;
    }
}
