package amends.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;

/**
 * When customers are called back. All times are those of the customer's day: nobody is called before it begins or
 * after it ends.
 *
 * @param zone where the customers are
 * @param opens from when on they may be called
 * @param closes from when on not any more
 * @param usual when they are called on the day after the complaint
 * @param soon how fast after something severe
 * @param firstPause before the next attempt when nobody was reached; twice as long each time
 * @param mostAttempts how often it is tried
 */
public record CallbackRules(
        ZoneId zone,
        LocalTime opens,
        LocalTime closes,
        LocalTime usual,
        Duration soon,
        Duration firstPause,
        int mostAttempts) {

    /** Hours that leave less than this are none. */
    private static final Duration SHORTEST = Duration.ofMinutes(30);

    /** What severe failures get within two hours, the others get on the next day at ten. */
    public static CallbackRules usual(ZoneId zone) {
        return new CallbackRules(
                zone,
                LocalTime.of(9, 0),
                LocalTime.of(20, 0),
                LocalTime.of(10, 0),
                Duration.ofHours(2),
                Duration.ofHours(1),
                4);
    }

    Instant firstDue(Severity severity, Instant now) {
        return severity == Severity.SEVERE ? withinTheDay(now.plus(soon)) : nextDay(now);
    }

    /** @param attempts how many were made, at least one */
    Instant nextAttempt(int attempts, Instant now) {
        return withinTheDay(now.plus(firstPause.multipliedBy(1L << Math.min(attempts - 1, 8))));
    }

    /** The same at another time of the day than those at which nobody was reached, while there is another. */
    Instant nextAttempt(int attempts, Instant now, Collection<Instant> tried) {
        Instant next = nextAttempt(attempts, now);
        var parts = EnumSet.noneOf(DayPart.class);
        for (Instant each : tried) parts.add(part(each));
        for (int later = 0; later < 2 * DayPart.values().length && parts.contains(part(next)); later++)
            next = withinTheDay(partAfter(next));
        return parts.contains(part(next)) ? nextAttempt(attempts, now) : next;
    }

    private DayPart part(Instant moment) {
        return DayPart.of(moment.atZone(zone).toLocalTime());
    }

    private Instant partAfter(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        int next = part(moment).ordinal() + 1;
        return next < DayPart.values().length
                ? at(there.toLocalDate().atTime(DayPart.values()[next].begins()))
                : at(there.toLocalDate().plusDays(1).atTime(opens));
    }

    /** In the hours that this customer likes, as far as they are the house's. */
    CallbackRules in(PreferredHours hours) {
        LocalTime from = hours.from().isAfter(opens) ? hours.from() : opens;
        LocalTime until = hours.until().isBefore(closes) ? hours.until() : closes;
        if (Duration.between(from, until).compareTo(SHORTEST) < 0) return this;
        LocalTime then = usual.isBefore(from) || !usual.isBefore(until) ? from : usual;
        return new CallbackRules(zone, from, until, then, soon, firstPause, mostAttempts);
    }

    Instant nextDay(Instant now) {
        return at(now.atZone(zone).toLocalDate().plusDays(1).atTime(usual));
    }

    private Instant withinTheDay(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        if (there.toLocalTime().isBefore(opens)) return at(there.toLocalDate().atTime(opens));
        if (there.toLocalTime().isBefore(closes)) return moment;
        return at(there.toLocalDate().plusDays(1).atTime(opens));
    }

    private Instant at(LocalDateTime there) {
        return there.atZone(zone).toInstant();
    }
}
