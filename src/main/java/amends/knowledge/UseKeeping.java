package amends.knowledge;

import amends.knowledge.UsedArticles.How;
import java.util.UUID;

/** Keeps which articles gave the answer. Any thread; returns at once: the store is written behind the call. */
public interface UseKeeping {
    /** @return false when the agent may not; nothing is kept then */
    boolean mark(UUID contact, Article article, How how);

    /** The same of an article that was searched for: what was asked teaches the search. */
    default boolean mark(UUID contact, Article article, How how, Asked asked) {
        return mark(contact, article, how);
    }

    /** @param words as they were typed @param place where the article stood among what was found, from 1 */
    record Asked(String words, int place) {}

    /**
     * The article is not the answer to what was asked: what was learned of that is taken back, by an author at once, else
     * as soon as as many say so as stand behind it.
     *
     * @return false when the agent may not
     */
    default boolean dispute(Article article, String words) {
        return false;
    }

    /** @return false when the agent may not */
    boolean takeBack(UUID contact, ArticleId article);
}
