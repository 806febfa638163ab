package amends.knowledge;

import java.util.HashMap;
import java.util.Map;

/** What files held, without a database. */
public final class SyncedInMemory implements SyncedArticles {
    private final Map<ArticleId, Integer> versions = new HashMap<>();

    @Override
    public Map<ArticleId, Integer> all() {
        return Map.copyOf(versions);
    }

    @Override
    public void set(ArticleId article, int version) {
        versions.put(article, version);
    }

    @Override
    public void forget(ArticleId article) {
        versions.remove(article);
    }
}
