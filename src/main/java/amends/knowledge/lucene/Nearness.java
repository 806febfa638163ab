package amends.knowledge.lucene;

import amends.knowledge.ArticleId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How near articles are to what a question means. Unchangeable; any thread. */
final class Nearness {
    static final Nearness NONE = new Nearness(Map.of(), List.of());

    /** Of what a question says. Found on several sets of questions (src/docs/measurements.md). */
    private static final float WORTH = 0.5f;
    /** So many at most are found by what they mean alone. */
    private static final int MOST_RELATED = 200;

    private final Map<ArticleId, Float> near;
    private final List<ArticleId> related;

    /** @param near beyond the mean of all articles @param related those that have to do with the question */
    Nearness(Map<ArticleId, Float> near, List<ArticleId> related) {
        this.near = near;
        this.related = related.stream()
                .sorted(Comparator.comparing((ArticleId id) -> -near.get(id)).thenComparing(ArticleId::toString))
                .limit(MOST_RELATED)
                .toList();
    }

    boolean isEmpty() {
        return near.isEmpty();
    }

    /** Articles that may be the answer though they may have no word of the question, the nearest first. */
    List<ArticleId> related() {
        return related;
    }

    /** What an article gains, as a share of what the question says; less than 0 where others are nearer. */
    float gain(ArticleId article) {
        return WORTH * near.getOrDefault(article, 0f);
    }
}
