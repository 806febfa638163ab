package amends.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which articles gave the answer in which contact. Blocks; joins the caller's transaction. */
public interface UsedArticles {
    /** Keeps it; a second mark of the same article in the same contact replaces the first. */
    void mark(Use use);

    void unmark(UUID contact, ArticleId article);

    /** In the order in which they were marked. */
    List<Use> of(UUID contact);

    /**
     * Uses since then of texts of which there is a newer one, once for each newer one, the oldest of these first.
     *
     * @param most as many
     */
    List<Outdated> outdated(Instant since, int most);

    /** @param version a newer text of that article @param since when it came */
    record Outdated(Use use, int version, Instant since) {}

    /** @param version the text that was read @param how it was come by */
    record Use(UUID contact, ArticleId article, int version, UUID agent, Instant at, How how) {}

    enum How {
        SUGGESTED,
        SEARCHED
    }
}
