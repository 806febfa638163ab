package amends.promise;

import amends.kernel.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Until when something can be promised, from how long such things really took (decision 0161). Pure.
 *
 * @param share of such things that are to be done by then, without the margin: 0 to 1
 * @param weight how many past ones the settings' usual time is worth: few cases hardly move it
 * @param margin what is added, as a share of the time
 * @param leastMargin what is added at least
 */
public record DueSuggesting(double share, int weight, double margin, Duration leastMargin) {
    public static final DueSuggesting USUAL = new DueSuggesting(0.8, 10, 0.25, Duration.ofMinutes(30));
    private static final int ROUND_MINUTES = 15;

    public DueSuggesting {
        if (!(share > 0 && share < 1) || weight < 1 || !(margin >= 0 && margin <= 10) || leastMargin.isNegative())
            throw new IllegalArgumentException("a suggestion by share " + share + ", weight " + weight);
    }

    /**
     * What is suggested, and why.
     *
     * @param cases how many past ones it is drawn from
     * @param takes how long such things take, in working time
     * @param margin what was added, in working time
     */
    public record Suggestion(Instant due, int cases, Duration takes, Duration margin) {}

    public Suggestion suggest(PromiseKind kind, WorkingCalendar calendar, List<PastCourse> past, Instant at) {
        Duration takes = bounded(kind, takes(kind, calendar, past, at));
        Duration added = longer(leastMargin, times(takes, margin));
        Instant due = rounded(calendar, calendar.plus(at, takes.plus(added)), at);
        Instant farthest = calendar.plus(at, kind.farthest());
        return new Suggestion(due.isAfter(farthest) ? farthest : due, past.size(), takes, added);
    }

    private Duration takes(PromiseKind kind, WorkingCalendar calendar, List<PastCourse> past, Instant at) {
        if (past.isEmpty()) return kind.usual();
        double learned = quantile(calendar, past, at).toSeconds();
        double n = past.size();
        return Duration.ofSeconds(
                Math.round((n * learned + weight * (double) kind.usual().toSeconds()) / (n + weight)));
    }

    /**
     * The time within which {@link #share} of such things are done, after Kaplan and Meier: what is open, was broken or
     * withdrawn took longer than it has been seen to, and counts so. Where so many are never seen done, the longest
     * that was seen.
     */
    private Duration quantile(WorkingCalendar calendar, List<PastCourse> past, Instant at) {
        record Seen(Duration length, boolean done) {}
        List<Seen> seen = past.stream()
                .map(p -> new Seen(calendar.between(p.made(), p.ended().orElse(at)), p.kept()))
                .sorted(Comparator.comparing(Seen::length).thenComparing(s -> !s.done()))
                .toList();
        double undone = 1;
        int left = seen.size();
        for (Seen each : seen) {
            if (each.done()) undone *= 1 - 1.0 / left;
            if (undone <= 1 - share + 1e-9) return each.length();
            left--;
        }
        return seen.getLast().length();
    }

    private static Duration bounded(PromiseKind kind, Duration takes) {
        if (takes.compareTo(kind.soonest()) < 0) return kind.soonest();
        return takes.compareTo(kind.farthest()) > 0 ? kind.farthest() : takes;
    }

    /** People promise by the quarter of an hour: the next one, if it is worked still. */
    Instant rounded(WorkingCalendar calendar, Instant due, Instant at) {
        ZoneId zone = calendar.zone();
        ZonedDateTime there = due.atZone(zone);
        ZonedDateTime quarter = there.truncatedTo(ChronoUnit.HOURS);
        while (quarter.isBefore(there)) quarter = quarter.plusMinutes(ROUND_MINUTES);
        Instant rounded = quarter.toInstant();
        return calendar.isWorking(rounded) && rounded.isAfter(at) ? rounded : due;
    }

    private static Duration times(Duration length, double factor) {
        return Duration.ofSeconds(Math.round(length.toSeconds() * factor));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
