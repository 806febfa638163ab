package amends.knowledge;

import amends.knowledge.Recall.Listed;
import amends.knowledge.Recall.Told;
import amends.knowledge.Recall.Way;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Wrong versions, and in which contacts they were used. Blocks; joins the caller's transaction. */
public interface Recalls {
    /** @return false when that version was recalled before */
    boolean add(Recall recall);

    Optional<Recall> byId(UUID recall);

    /** The versions of an article that were wrong. */
    List<Integer> wrongVersions(ArticleId article);

    /** The latest first. */
    List<Listed> latest(int most);

    /** Those about whom nothing is under way first, those that were reached last; of each the latest use first. */
    List<Told> told(UUID recall, int most);

    /** How these of its contacts stand, however many there are; others are left out. */
    List<Told> told(UUID recall, Collection<UUID> contacts);

    /** Those that stand so, the oldest use first. */
    List<Told> told(UUID recall, Way way, int most);

    void notice(UUID recall, String words);

    /** @param failure what is owed for it @param by who wished it */
    void put(UUID recall, UUID contact, Way way, Optional<UUID> failure, Optional<UUID> by, Instant at);
}
