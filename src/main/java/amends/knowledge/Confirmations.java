package amends.knowledge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What agents confirmed. Blocks; joins the caller's transaction. */
public interface Confirmations {
    /** Keeps it; of one article in one contact the latest counts. */
    void add(Confirmation confirmation);

    void remove(UUID contact, ArticleId article);

    /** Those since then, oldest first. */
    List<Confirmation> since(Instant from, int most);

    /** What was searched with, by nobody in particular. */
    record Said(UUID contact, ArticleId article, String words) {}

    /** What was said in contacts since then that were solved, and is not disputed; oldest first. */
    List<Said> solved(Instant from, int most);

    /** Those since then of which nobody knows yet what became of the contact, oldest first. */
    List<Confirmation> open(Instant from, int most);

    /** Those after that moment of which somebody knows, oldest first; with all of the last one's moment. */
    List<Confirmation> settled(Instant after, int most);

    /** All of an article, oldest first. */
    List<Confirmation> of(ArticleId article);

    /** What an agent confirmed in contacts that were solved, and nobody disputed; the latest first. */
    List<Confirmation> latestOf(UUID agent, int most);

    /** Those of these contacts. */
    List<Confirmation> in(Collection<UUID> contacts);

    /** Those before that, at most so many, oldest first. */
    List<Confirmation> before(Instant moment, int most);

    /** The same asked with other words: names that were found in them are masked. */
    void reword(Confirmation confirmation, String words);

    /** What became of the contact, and by which queue it had come. */
    void ended(Confirmation confirmation);

    /** Somebody says that these words do not ask for this article: what was confirmed so far counts no more. */
    void dispute(ArticleId article, String words);
}
