package amends.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What rules go by. The estimate of a customer's type is no part of it.
 *
 * @param events of the time line, in any order
 * @param zone in which days are counted
 */
public record TagFacts(
        CustomerProfile profile, Portrait portrait, List<TimeLineEntry> events, Instant now, ZoneId zone) {
    public TagFacts {
        events = List.copyOf(events);
    }

    LocalDate today() {
        return day(now);
    }

    LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
