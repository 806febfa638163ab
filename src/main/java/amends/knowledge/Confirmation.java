package amends.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * In a contact an agent searched with these words and marked this article as the answer.
 *
 * @param words what was typed, numbers masked
 * @param place where the article stood among what was found, from 1; 0 when that is not known
 * @param queue by which the contact came; empty until its outcome is known
 */
public record Confirmation(
        UUID contact,
        ArticleId article,
        String words,
        UUID agent,
        Instant at,
        int place,
        String queue,
        Outcome outcome,
        boolean disputed) {
    public static final int MOST_WORDS = 120;

    /** What became of the contact. */
    public enum Outcome {
        /** Not known yet. */
        OPEN,
        SOLVED,
        /** Not solved, or the customer gave it a poor score. */
        UNSOLVED
    }

    public Confirmation ended(Outcome now, String from) {
        return new Confirmation(contact, article, words, agent, at, place, from, now, disputed);
    }
}
