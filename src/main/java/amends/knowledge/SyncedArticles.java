package amends.knowledge;

import java.util.Map;

/**
 * Which version of each article one folder of files held when it was last read or written. Blocks; joins the caller's
 * transaction.
 */
public interface SyncedArticles {
    Map<ArticleId, Integer> all();

    void set(ArticleId article, int version);

    void forget(ArticleId article);
}
