package amends.knowledge;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Whether the search gets better, and what it learned, for authors. Blocks; any thread. */
public final class SearchQuality {
    private static final int DAYS = 60;
    private static final int MOST_LEARNED = 500;
    private final StaffMember who;
    private final SearchFigures figures;
    private final Phrasings phrasings;
    private final Disputes disputes;
    private final Timekeeper time;
    private final ZoneId zone;

    /** A phrasing and whose it is. */
    public record Learned(ArticleId article, LearnedPhrasing phrasing) {}

    /** @param figures the latest day first */
    public record Overview(List<SearchFigure> figures, List<Learned> learned) {
        public static final Overview NOTHING = new Overview(List.of(), List.of());

        public Overview {
            figures = List.copyOf(figures);
            learned = List.copyOf(learned);
        }
    }

    public SearchQuality(
            StaffMember who,
            SearchFigures figures,
            Phrasings phrasings,
            Disputes disputes,
            Timekeeper time,
            ZoneId zone) {
        this.who = who;
        this.figures = figures;
        this.phrasings = phrasings;
        this.disputes = disputes;
        this.time = time;
        this.zone = zone;
    }

    /** Nothing for those who do not write. What was learned last stands first. */
    public Overview overview() {
        if (!Permission.WRITE_ARTICLE.isGivenTo(who)) return Overview.NOTHING;
        LocalDate since = LocalDate.ofInstant(time.now(), zone).minusDays(DAYS);
        var learned = new ArrayList<Learned>();
        phrasings.changedSince(0).forEach((article, all) -> all.forEach(p -> learned.add(new Learned(article, p))));
        List<Learned> latest = learned.reversed().stream().limit(MOST_LEARNED).toList();
        return new Overview(figures.since(since), latest);
    }

    /** The duty that learns takes it back within a minute. @return false when it is not given to them */
    public boolean unlearn(Learned one) {
        if (!Permission.WRITE_ARTICLE.isGivenTo(who)) return false;
        disputes.add(new Dispute(Ids.next(), one.article(), one.phrasing().words(), who.id(), true, time.now()));
        return true;
    }
}
