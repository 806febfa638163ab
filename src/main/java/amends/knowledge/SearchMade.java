package amends.knowledge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A search as it ended; who made it is not kept.
 *
 * @param words numbers in them are masked @param found how many articles @param answered whether one of them was used
 * @param ledTo the id of the article that was used in the end, in the same call, where this search brought no answer
 */
public record SearchMade(
        UUID id,
        Instant at,
        String words,
        ArticleLanguage language,
        int found,
        boolean answered,
        Optional<String> ledTo) {
    public SearchMade(UUID id, Instant at, String words, ArticleLanguage language, int found, boolean answered) {
        this(id, at, words, language, found, answered, Optional.empty());
    }

    public static final int MOST_WORDS = 200;
}
