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

    /** @param version the text that was read @param how it was come by */
    record Use(UUID contact, ArticleId article, int version, UUID agent, Instant at, How how) {}

    enum How {
        SUGGESTED,
        SEARCHED
    }
}
