package amends.knowledge.lucene;

import amends.knowledge.ArticleId;
import amends.knowledge.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the articles of one language lie in its space of meanings. What a question means is held against each title and
 * phrasing, and against how the article begins as a whole. Unchangeable; any thread.
 */
final class ArticleVectors {
    /** With this the nearest of several phrasings counts most, and the others a little. */
    private static final float SHARP = 20;

    private final String space;
    private final List<Placed> articles;
    /** How much of the articles was read, on the whole: of long ones a beginning tells less than their words do. */
    private final float known;

    /**
     * @param phrasings title and questions, each by itself; may be empty
     * @param whole of the article's beginning
     * @param known how much of the article that beginning is, 0 to 1
     */
    record Placed(ArticleId id, List<PlacedVector> phrasings, PlacedVector whole, float known) {}

    /** @param space see {@link Embedding#space} */
    ArticleVectors(String space, List<Placed> articles) {
        this.space = space;
        this.articles = List.copyOf(articles);
        known = (float) articles.stream().mapToDouble(Placed::known).average().orElse(0);
    }

    int size() {
        return articles.size();
    }

    /** How near each article is to a question; nothing for one of another space. */
    Nearness of(Embedding question) {
        if (articles.isEmpty() || !question.space().equals(space)) return Nearness.NONE;
        PlacedVector asked = PlacedVector.of(question.vector());
        var phrased = new float[articles.size()];
        var whole = new float[articles.size()];
        float mean = 0;
        float meanPhrased = 0;
        int withPhrasings = 0;
        List<ArticleId> related = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            Placed one = articles.get(i);
            whole[i] = one.whole.likeness(asked);
            mean += whole[i];
            float nearest = whole[i];
            float sum = 0;
            for (PlacedVector phrasing : one.phrasings) {
                float likeness = phrasing.likeness(asked);
                nearest = Math.max(nearest, likeness);
                sum += (float) Math.exp(SHARP * likeness);
            }
            if (nearest >= question.related()) related.add(one.id);
            if (one.phrasings.isEmpty()) continue;
            phrased[i] = (float) Math.log(sum / one.phrasings.size()) / SHARP;
            meanPhrased += phrased[i];
            withPhrasings++;
        }
        mean /= whole.length;
        meanPhrased /= Math.max(1, withPhrasings);
        Map<ArticleId, Float> near = HashMap.newHashMap(whole.length);
        for (int i = 0; i < whole.length; i++) {
            Placed one = articles.get(i);
            float beyond = known * (whole[i] - mean);
            near.put(one.id, one.phrasings.isEmpty() ? beyond : beyond + phrased[i] - meanPhrased);
        }
        return new Nearness(near, related);
    }
}
