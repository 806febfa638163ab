package amends.knowledge;

import amends.kernel.Timekeeper;
import amends.knowledge.NearDuplicates.Twins;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What authors should look after: gaps, twins, and articles that are not well. Blocks; any thread. */
public final class Tending {
    private static final Duration GAPS_OF = Duration.ofDays(30);
    private static final int MOST_SEARCHES = 1_000;
    private final StaffMember who;
    private final Books books;
    private final Timekeeper time;
    private final ZoneId zone;

    public record Books(Articles articles, ArticleFacts facts, SearchLog searches, KnowledgeBase base) {}

    public record Overview(KnowledgeHealth health, List<Gap> gaps, List<Twins> twins) {
        public static final Overview NOTHING =
                new Overview(new KnowledgeHealth(List.of(), List.of()), List.of(), List.of());
    }

    public Tending(StaffMember who, Books books, Timekeeper time, ZoneId zone) {
        this.who = who;
        this.books = books;
        this.time = time;
        this.zone = zone;
    }

    /** Empty for those who do not write. */
    public Overview overview() {
        if (!Permission.WRITE_ARTICLE.isGivenTo(who)) return Overview.NOTHING;
        Instant now = time.now();
        List<SearchMade> unanswered = books.searches().unanswered(now.minus(GAPS_OF), MOST_SEARCHES);
        List<ArticleText> texts =
                books.articles().inUse().stream().map(Article::text).toList();
        return new Overview(
                KnowledgeHealth.of(books.facts().all(), now, zone),
                Gap.among(unanswered, this::nearest),
                NearDuplicates.of(texts));
    }

    private Optional<ArticleId> nearest(String words, ArticleLanguage reads) {
        return books.base().search(Query.byAgent(words, reads, 1)).hits().stream()
                .findFirst()
                .map(hit -> hit.article().id());
    }

    /** Keeps how a search ended; numbers in it are masked. */
    public static void keep(SearchLog log, SearchMade search) {
        String words = PersonMask.masked(search.words());
        if (words.length() > SearchMade.MOST_WORDS) words = words.substring(0, SearchMade.MOST_WORDS);
        log.add(new SearchMade(
                search.id(), search.at(), words, search.language(), search.found(), search.answered(), search.ledTo()));
    }
}
