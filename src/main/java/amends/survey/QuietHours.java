package amends.survey;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours in which no customer is asked.
 *
 * @param from the first quiet minute @param until the first that is not; the same as {@code from}: no quiet hours
 * @param zone the centre's
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {
    /** The moment itself, or the end of the quiet hours that it falls into. */
    Instant endAfter(Instant at) {
        return isQuiet(at) ? next(until, at) : at;
    }

    /** The next time that quiet hours begin; empty when there are none. */
    Optional<Instant> beginAfter(Instant at) {
        return from.equals(until) ? Optional.empty() : Optional.of(next(from, at));
    }

    private boolean isQuiet(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean goesOn = time.isBefore(until);
        return from.isAfter(until) ? begun || goesOn : begun && goesOn;
    }

    private Instant next(LocalTime time, Instant after) {
        ZonedDateTime local = after.atZone(zone);
        Instant today = local.toLocalDate().atTime(time).atZone(zone).toInstant();
        return today.isAfter(after)
                ? today
                : local.toLocalDate().plusDays(1).atTime(time).atZone(zone).toInstant();
    }
}
