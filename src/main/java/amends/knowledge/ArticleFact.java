package amends.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How an article in use is doing.
 *
 * @param version the one in use @param since when that came into use @param first when its first version did
 * @param validity when it is found
 * @param lastUsed when it last gave an answer @param helped how often readers of this version said so
 * @param didNotHelp likewise @param reported how many say, and nobody saw to it, that it is wrong or lacks something
 */
public record ArticleFact(
        ArticleId id,
        String title,
        String category,
        int version,
        Instant since,
        Instant first,
        Validity validity,
        Optional<Instant> lastUsed,
        int helped,
        int didNotHelp,
        int reported,
        Stewardship steward) {
    /** Nobody read through it for so long. */
    private static final Duration STALE = Duration.ofDays(365);
    /** In use for so long, and it gave no answer in that time. */
    private static final Duration NEVER_USED = Duration.ofDays(90);
    /** Fewer opinions say nothing. */
    private static final int LEAST_OPINIONS = 3;

    public enum Flaw {
        /** Somebody says that it is wrong or lacks something. */
        REPORTED,
        EXPIRED,
        REVIEW_OVERDUE,
        STALE,
        /** It did not help more often than it did. */
        NOT_HELPING,
        NEVER_USED,
        NO_OWNER
    }

    /** The first part of its path. */
    public String shelf() {
        int slash = category.indexOf('/');
        return slash < 0 ? category : category.substring(0, slash);
    }

    public Set<Flaw> flaws(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        var flaws = EnumSet.noneOf(Flaw.class);
        if (reported > 0) flaws.add(Flaw.REPORTED);
        if (validity.until().filter(today::isAfter).isPresent()) flaws.add(Flaw.EXPIRED);
        if (steward.reviewDue().filter(today::isAfter).isPresent()) flaws.add(Flaw.REVIEW_OVERDUE);
        boolean reviewAhead =
                steward.reviewDue().filter(due -> !today.isAfter(due)).isPresent();
        if (!reviewAhead && since.isBefore(now.minus(STALE))) flaws.add(Flaw.STALE);
        if (didNotHelp > helped && helped + didNotHelp >= LEAST_OPINIONS) flaws.add(Flaw.NOT_HELPING);
        Instant lately = now.minus(NEVER_USED);
        if (findable(zone).isBefore(lately) && lastUsed.filter(lately::isBefore).isEmpty()) flaws.add(Flaw.NEVER_USED);
        if (steward.owner().isEmpty()) flaws.add(Flaw.NO_OWNER);
        return flaws;
    }

    /** What is published before its day cannot be used before it. */
    private Instant findable(ZoneId zone) {
        return validity.from()
                .map(day -> day.atStartOfDay(zone).toInstant())
                .filter(first::isBefore)
                .orElse(first);
    }
}
