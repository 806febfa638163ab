package amends.knowledge;

import java.time.Instant;
import java.util.UUID;

/** An article that waits for somebody who may publish it: no search finds it before. @param at when it was written */
public record ArticleDraft(UUID id, ArticleText text, Instant at) {
    /** Where articles stand that were written of cases. */
    public static final String CASES = "cases";
}
