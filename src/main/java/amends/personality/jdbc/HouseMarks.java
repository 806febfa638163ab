package amends.personality.jdbc;

import amends.personality.Behaviour;
import amends.personality.Sheet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What the house saw by itself of contacts in which something had failed, from what other rooms keep: contacts,
 * failures, surveys, complaints. A contact is looked at once the time is over in which the behaviour could show.
 */
final class HouseMarks {
    /** Nights that may be missed. */
    private static final Duration BACK = Duration.ofDays(4);

    private static final Duration SILENCE = Duration.ofDays(30);
    private static final Duration ANSWERS_BACK = Duration.ofDays(14);

    /** Contacts with customers who agree, at whose time something was open, with the gravest of it. */
    private static final String FAILED = "select c.id, c.customer, c.began, max(case f.severity when 'SEVERE' then 4"
            + " when 'MODERATE' then 2 else 1 end) as severity from contact c join failure f on f.customer = c.customer"
            + " and f.at <= coalesce(c.ended, c.began) and f.at > c.began - interval '30' day"
            + " and (f.settled_at is null or f.settled_at >= c.began)"
            + " where c.answered is not null and c.began >= :from and c.began < :until and "
            + Agreeing.condition("c.customer") + " group by c.id, c.customer, c.began";

    private static final String CALLS_AGAIN = "exists (select 1 from contact n where n.customer = w.customer"
            + " and n.direction = 'INBOUND' and n.began > w.began and n.began < :until)";
    private static final String STIRS = "exists (select 1 from contact n where n.customer = w.customer"
            + " and n.direction = 'INBOUND' and n.began > w.began and n.began < w.began + interval '30' day)"
            + " or exists (select 1 from complaint k where k.customer = w.customer and k.opened >= w.began"
            + " and k.opened < w.began + interval '30' day)"
            + " or exists (select 1 from survey s where s.customer = w.customer and s.answered >= w.began"
            + " and s.answered < w.began + interval '30' day)";

    private final ZoneId zone;

    HouseMarks(ZoneId zone) {
        this.zone = zone;
    }

    private record Seen(UUID contact, UUID customer, Instant began, int severity, boolean seen) {}

    int mark(Handle handle, Instant now) {
        Instant today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        int marked = 0;
        for (int days = 1; days <= BACK.toDays(); days++) {
            Instant day = today.atZone(zone).minusDays(days).toInstant();
            Instant end = today.atZone(zone).minusDays(days - 1L).toInstant();
            marked += keep(handle, Behaviour.CALLS_AGAIN_SAME_DAY, seen(handle, CALLS_AGAIN, day, end, now));
        }
        Instant quiet = now.minus(SILENCE);
        marked +=
                keep(handle, Behaviour.GOES_SILENT, seen(handle, "not (" + STIRS + ")", quiet.minus(BACK), quiet, now));
        marked += keep(handle, Behaviour.SURVEY_UNANSWERED, surveys(handle, "s.state = 'EXPIRED'", "", now));
        marked += keep(
                handle, Behaviour.SCORES_1_OR_2, surveys(handle, "s.score <= 2", " and s.state = 'ANSWERED'", now));
        return marked;
    }

    private static List<Seen> seen(Handle handle, String what, Instant from, Instant until, Instant now) {
        return handle.createQuery("select w.id, w.customer, w.began, w.severity, case when " + what
                        + " then 1 else 0 end as seen from (" + FAILED + ") w")
                .bind("from", from)
                .bind("until", until)
                .bind("now", now)
                .map(HouseMarks::row)
                .list();
    }

    /** Questions that arrived and are over. */
    private static List<Seen> surveys(Handle handle, String what, String which, Instant now) {
        return handle.createQuery("select w.id, w.customer, w.began, w.severity, case when " + what
                        + " then 1 else 0 end as seen from (" + FAILED + ") w join survey s on s.contact = w.id"
                        + " where s.state in ('ANSWERED', 'EXPIRED') and s.reason = ''" + which)
                .bind("from", now.minus(ANSWERS_BACK))
                .bind("until", now)
                .bind("now", now)
                .map(HouseMarks::row)
                .list();
    }

    private static Seen row(ResultSet row, StatementContext context) throws SQLException {
        return new Seen(
                row.getObject("id", UUID.class),
                row.getObject("customer", UUID.class),
                row.getObject("began", OffsetDateTime.class).toInstant(),
                row.getInt("severity"),
                row.getInt("seen") == 1);
    }

    private static int keep(Handle handle, Behaviour behaviour, List<Seen> all) {
        int kept = 0;
        for (Seen one : all) {
            if (isThere(handle, one.contact(), behaviour)) continue;
            var sheet = new Sheet(
                    one.contact(),
                    one.customer(),
                    Sheet.HOUSE,
                    one.began(),
                    one.severity(),
                    Map.of(behaviour, one.seen()));
            JdbcMarks.insert(handle, sheet, behaviour, one.seen());
            kept++;
        }
        return kept;
    }

    private static boolean isThere(Handle handle, UUID contact, Behaviour behaviour) {
        return handle.select(
                        "select 1 from personality_mark where contact = ? and observer = ? and behaviour = ?",
                        contact,
                        Sheet.HOUSE,
                        behaviour.name())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
