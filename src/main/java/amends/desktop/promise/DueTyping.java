package amends.desktop.promise;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A due time as agents type it: {@code 15:30} or {@code 15点半} today, {@code 明天 10}, {@code tomorrow 10:00},
 * {@code 11-24 15:00}, {@code 11月24日15点}, {@code 2026-11-24 15:00}, {@code +2h}, {@code +30m}. A time that does not
 * exist is none.
 */
final class DueTyping {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("M-d HH:mm");
    private static final int MOST = 40;
    private static final String TIME = "(\\d{1,2})(?:[:点點时時h](?:(\\d{2})分?|(半))?)?";
    private static final Pattern IN = Pattern.compile("\\+(\\d{1,3})(h|m|小时|小時|分钟|分鐘)");
    private static final Pattern ON = Pattern.compile("(?:(\\d{4})[-/年])?(\\d{1,2})[-/月](\\d{1,2})日?号?\\s*" + TIME);
    private static final Pattern AT = Pattern.compile("(今天|今日|today|明天|明日|tomorrow|后天|後天)?\\s*" + TIME);
    private static final int HALF_A_YEAR = 183;

    private DueTyping() {}

    static String shown(Instant due, ZoneId zone) {
        return SHOWN.format(due.atZone(zone));
    }

    static Optional<Instant> read(String typed, ZoneId zone, Instant now) {
        if (typed == null || typed.length() > MOST) return Optional.empty();
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(java.util.Locale.ROOT);
        try {
            return in(text, now).or(() -> on(text, zone, now)).or(() -> at(text, zone, now));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> in(String text, Instant now) {
        Matcher in = IN.matcher(text);
        if (!in.matches()) return Optional.empty();
        int number = Integer.parseInt(in.group(1));
        boolean minutes = in.group(2).startsWith("m") || in.group(2).startsWith("分");
        return Optional.of(now.plus(minutes ? Duration.ofMinutes(number) : Duration.ofHours(number)));
    }

    private static Optional<Instant> on(String text, ZoneId zone, Instant now) {
        Matcher on = ON.matcher(text);
        if (!on.matches()) return Optional.empty();
        LocalDate today = now.atZone(zone).toLocalDate();
        int month = Integer.parseInt(on.group(2));
        int day = Integer.parseInt(on.group(3));
        LocalDate date = on.group(1) != null
                ? LocalDate.of(Integer.parseInt(on.group(1)), month, day)
                : LocalDate.of(today.getYear(), month, day);
        // What lies far back without a year is the next year's.
        if (on.group(1) == null && date.isBefore(today.minusDays(HALF_A_YEAR))) date = date.plusYears(1);
        return moment(date, time(on, 4), zone);
    }

    private static Optional<Instant> at(String text, ZoneId zone, Instant now) {
        Matcher at = AT.matcher(text);
        if (!at.matches()) return Optional.empty();
        LocalDate today = now.atZone(zone).toLocalDate();
        int days = at.group(1) == null
                ? 0
                : switch (at.group(1)) {
                    case "明天", "明日", "tomorrow" -> 1;
                    case "后天", "後天" -> 2;
                    default -> 0;
                };
        return moment(today.plusDays(days), time(at, 2), zone);
    }

    private static LocalTime time(Matcher found, int group) {
        int hour = Integer.parseInt(found.group(group));
        String minutes = found.group(group + 1);
        if (found.group(group + 2) != null) return LocalTime.of(hour, 30);
        return LocalTime.of(hour, minutes == null ? 0 : Integer.parseInt(minutes));
    }

    /** Empty for an hour that the clock leaves out. */
    private static Optional<Instant> moment(LocalDate date, LocalTime time, ZoneId zone) {
        LocalDateTime there = date.atTime(time);
        Instant moment = there.atZone(zone).toInstant();
        return moment.atZone(zone).toLocalDateTime().equals(there) ? Optional.of(moment) : Optional.empty();
    }
}
