package amends.recovery;

import amends.kernel.PhoneNumber;
import amends.kernel.WorkingCalendar;
import amends.sms.Outbox;
import amends.sms.OutgoingSms;
import amends.sms.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells by short message, in the hours in which customers may be written to, each piece of news once. */
public final class ComplaintNews implements CustomerNews {
    private static final Logger LOG = LoggerFactory.getLogger(ComplaintNews.class);
    /** What has less time to leave today waits for tomorrow. */
    private static final Duration ROOM = Duration.ofHours(1);

    private final Outbox outbox;
    private final NewsReach reach;
    private final NewsWording wording;
    private final String sender;
    private final WorkingCalendar hours;

    /** @param hours on every day @param sender who writes; may be empty */
    public ComplaintNews(Outbox outbox, NewsReach reach, NewsWording wording, String sender, WorkingCalendar hours) {
        this.outbox = outbox;
        this.reach = reach;
        this.wording = wording;
        this.sender = sender;
        this.hours = hours;
    }

    @Override
    public boolean tell(Complaint complaint, Occasion occasion, String once, Instant at) {
        Optional<PhoneNumber> number = reach.of(complaint);
        number.ifPresent(to -> put(complaint, occasion, once, at, to));
        if (number.isEmpty()) LOG.info("complaint #{}: nobody can be told {}", complaint.number(), occasion);
        return number.isPresent();
    }

    private void put(Complaint complaint, Occasion occasion, String once, Instant at, PhoneNumber to) {
        Instant from = hours.openAfter(at);
        if (Duration.between(from, hours.endOfDay(from, 0)).compareTo(ROOM) < 0) from = nextMorning(from);
        outbox.put(new OutgoingSms(
                CustomerNews.id(complaint, occasion, once),
                to,
                wording.text(occasion, complaint.number(), complaint.clocks().respondBy(), hours.zone(), sender),
                Purpose.RECOVERY,
                from,
                hours.endOfDay(from, 0)));
    }

    private Instant nextMorning(Instant today) {
        return hours.openAfter(hours.endOfDay(today, 0).plusSeconds(1));
    }
}
