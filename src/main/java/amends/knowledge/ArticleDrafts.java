package amends.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Articles that wait. Blocks; joins the caller's transaction. */
public interface ArticleDrafts {
    /** Keeps it, once per id. */
    void add(ArticleDraft draft);

    /** Oldest first. */
    List<ArticleDraft> waiting(int most);

    Optional<ArticleDraft> waiting(UUID id);

    /** @return false when somebody decided before */
    boolean decide(UUID id, boolean published, UUID by, Instant at, String reason);
}
