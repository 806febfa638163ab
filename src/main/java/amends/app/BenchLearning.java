package amends.app;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleId;
import amends.knowledge.Confirmation;
import amends.knowledge.Confirmation.Outcome;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Phrasings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the product's own rule learns from confirmations, in memory. */
final class BenchLearning implements Phrasings {
    private final Timekeeper time;
    private final Map<ArticleId, List<LearnedPhrasing>> learned = new HashMap<>();

    BenchLearning(Timekeeper time) {
        this.time = time;
    }

    /** Each of another agent, in a contact that was solved. */
    void take(List<Map.Entry<String, ArticleId>> confirmed) {
        Map<ArticleId, List<Confirmation>> byArticle = new HashMap<>();
        confirmed.forEach(one -> byArticle
                .computeIfAbsent(one.getValue(), a -> new java.util.ArrayList<>())
                .add(new Confirmation(
                        Ids.next(),
                        one.getValue(),
                        one.getKey(),
                        Ids.next(),
                        time.now(),
                        1,
                        "",
                        Outcome.SOLVED,
                        false)));
        byArticle.forEach((article, all) -> learn(article, LearnedPhrasing.from(all)));
    }

    @Override
    public long lastChange() {
        return learned.isEmpty() ? 0 : 1;
    }

    @Override
    public Map<ArticleId, List<LearnedPhrasing>> changedSince(long change) {
        return change < lastChange() ? learned : Map.of();
    }

    @Override
    public List<LearnedPhrasing> of(ArticleId article) {
        return learned.getOrDefault(article, List.of());
    }

    @Override
    public void learn(ArticleId article, List<LearnedPhrasing> phrasings) {
        learned.put(article, phrasings);
    }
}
