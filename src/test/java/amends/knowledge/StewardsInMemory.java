package amends.knowledge;

import java.util.HashMap;
import java.util.Map;

/** Who answers for what, without a database. */
public final class StewardsInMemory implements Stewardships {
    private final Map<ArticleId, Stewardship> stewards = new HashMap<>();

    @Override
    public Stewardship of(ArticleId article) {
        return stewards.getOrDefault(article, Stewardship.NONE);
    }

    @Override
    public Map<ArticleId, Stewardship> all() {
        return Map.copyOf(stewards);
    }

    @Override
    public void set(ArticleId article, Stewardship stewardship) {
        stewards.put(article, stewardship);
    }
}
