package amends.desktop.recovery;

import amends.desktop.look.Look;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When something is due, as people say it. */
public final class DueWords {
    private DueWords() {}

    public static String of(Look look, Instant due, Instant now) {
        String time = look.texts().timeOfDay(due);
        String day = look.texts().day(due);
        if (day.equals(look.texts().day(now))) return look.get("due.today", time);
        if (day.equals(look.texts().day(now.plus(1, ChronoUnit.DAYS)))) return look.get("due.tomorrow", time);
        return look.texts().moment(due, now);
    }

    /** For how long it is late already. */
    public static String late(Look look, Instant due, Instant now) {
        long minutes = Math.max(1, ChronoUnit.MINUTES.between(due, now));
        if (minutes < 60) return look.get("due.lateMinutes", minutes);
        return minutes < 48 * 60
                ? look.get("due.lateHours", minutes / 60)
                : look.get("due.lateDays", minutes / 60 / 24);
    }
}
