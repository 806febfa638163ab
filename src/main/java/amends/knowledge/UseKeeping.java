package amends.knowledge;

import amends.knowledge.UsedArticles.How;
import java.util.UUID;

/** Keeps which articles gave the answer. Any thread; returns at once: the store is written behind the call. */
public interface UseKeeping {
    /** @return false when the agent may not; nothing is kept then */
    boolean mark(UUID contact, Article article, How how);

    /** @return false when the agent may not */
    boolean takeBack(UUID contact, ArticleId article);
}
