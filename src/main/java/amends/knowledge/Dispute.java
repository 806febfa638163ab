package amends.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody says that an article is not the answer to what they asked with.
 *
 * @param words as they were typed, people and numbers in them masked
 * @param byAuthor whether it was said by somebody who writes articles: then it counts at once
 */
public record Dispute(UUID id, ArticleId article, String words, UUID by, boolean byAuthor, Instant at) {}
