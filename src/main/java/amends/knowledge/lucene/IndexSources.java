package amends.knowledge.lucene;

import amends.knowledge.Articles;
import amends.knowledge.EmbeddingModel;
import amends.knowledge.HouseWords;
import amends.knowledge.Phrasings;

/**
 * What an index is fed from.
 *
 * @param phrasings what confirmed answers taught
 * @param words the house's own
 * @param model by which is understood what articles and questions mean
 */
public record IndexSources(Articles articles, Phrasings phrasings, HouseWords words, EmbeddingModel model) {
    /** Articles alone. */
    public static IndexSources of(Articles articles) {
        return new IndexSources(articles, Phrasings.NONE, HouseWords.NONE, EmbeddingModel.NONE);
    }

    public IndexSources with(Phrasings learned) {
        return new IndexSources(articles, learned, words, model);
    }

    public IndexSources with(HouseWords own) {
        return new IndexSources(articles, phrasings, own, model);
    }

    public IndexSources with(EmbeddingModel understanding) {
        return new IndexSources(articles, phrasings, words, understanding);
    }
}
