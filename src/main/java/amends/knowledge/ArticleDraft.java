package amends.knowledge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An article that waits for somebody who may publish it: no search finds it before.
 *
 * @param at when it was written
 * @param author who put it in; somebody else publishes it. Empty where the database does not know people's logins
 */
public record ArticleDraft(UUID id, ArticleText text, Instant at, Optional<UUID> author) {
    /** Where articles stand that were written of cases. */
    public static final String CASES = "cases";
}
