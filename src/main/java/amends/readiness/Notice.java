package amends.readiness;

import amends.kernel.PlainText;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What is told by short message while a plan is on, and within which limits.
 *
 * @param text empty: nothing is sent @param advertises whether it also advertises: then only to those who agreed to it
 * @param perMinute at most @param most in all, each time the plan is switched on
 * @param from the first minute of the day in which it may be sent @param until the first in which it may not
 */
public record Notice(
        String text, boolean advertises, Audience audience, int perMinute, int most, LocalTime from, LocalTime until) {
    public static final int MOST_TEXT = 280;
    public static final int MOST_A_MINUTE = 600;
    public static final int MOST_EVER = 100_000;
    public static final Notice NONE =
            new Notice("", false, Audience.CALLERS, 60, 1000, LocalTime.of(8, 0), LocalTime.of(21, 0));

    public Notice {
        text = PlainText.line(text, MOST_TEXT);
        if (perMinute < 1 || perMinute > MOST_A_MINUTE || most < 1 || most > MOST_EVER)
            throw new IllegalArgumentException("a notice of %d a minute, %d in all".formatted(perMinute, most));
    }

    public enum Audience {
        /** Those whose calls the plan matched. */
        CALLERS,
        /** All customers of the plan's regions and prefixes. */
        CUSTOMERS
    }

    public boolean isSent() {
        return !text.isBlank();
    }

    /** What is sent: an advertisement says how to refuse. */
    public String sent() {
        return advertises && !text.contains("退订") ? text + " 回T退订" : text;
    }

    public boolean mayBeSent(Instant at, ZoneId zone) {
        LocalTime time = at.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean goesOn = time.isBefore(until);
        return from.isBefore(until) ? begun && goesOn : begun || goesOn;
    }
}
