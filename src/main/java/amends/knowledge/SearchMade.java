package amends.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * A search as it ended; who made it is not kept.
 *
 * @param words numbers in them are masked @param found how many articles @param answered whether one of them was used
 */
public record SearchMade(UUID id, Instant at, String words, ArticleLanguage language, int found, boolean answered) {
    public static final int MOST_WORDS = 200;
}
