package amends.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What people want at hand, and what they have not seen yet. Blocks; joins the caller's transaction. */
public interface ArticleShelf {
    /** Slugs of articles. */
    Set<String> favourites(UUID person);

    void favour(UUID person, String article, Instant at);

    void unfavour(UUID person, String article);

    /**
     * The person is here. When they were away for long enough, what came since they left is new to them from now on.
     *
     * @param now when they are seen
     * @return since when articles are new to them
     */
    Instant here(UUID person, Instant now);

    /** Articles in use whose text came after that, the newest first. */
    List<ArticleId> changedSince(Instant since, ArticleLanguage language, int most);
}
