package amends.knowledge;

import java.util.List;
import java.util.Map;

/** What was learned: phrasings of articles that nobody wrote. Blocks; joins the caller's transaction. */
public interface Phrasings {
    /** Where nothing is learned. */
    Phrasings NONE = new Phrasings() {
        @Override
        public long lastChange() {
            return 0;
        }

        @Override
        public Map<ArticleId, List<LearnedPhrasing>> changedSince(long change) {
            return Map.of();
        }

        @Override
        public List<LearnedPhrasing> of(ArticleId article) {
            return List.of();
        }

        @Override
        public void learn(ArticleId article, List<LearnedPhrasing> phrasings) {}
    };

    /** The number of the latest change; 0 when there was none. */
    long lastChange();

    /** All phrasings of those articles of which some changed after that; none of an article that lost its last. */
    Map<ArticleId, List<LearnedPhrasing>> changedSince(long change);

    List<LearnedPhrasing> of(ArticleId article);

    /** These in place of those there were. */
    void learn(ArticleId article, List<LearnedPhrasing> phrasings);
}
