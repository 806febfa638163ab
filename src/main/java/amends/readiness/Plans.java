package amends.readiness;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The plans there are, and what they did. Blocks; joins the caller's transaction. */
public interface Plans {
    /** Those that are on first, then by title; retired ones last. */
    List<Plan> all();

    /** Those that are on. Every desk asks for it every few seconds. */
    List<Plan> on();

    Optional<Plan> byId(UUID id);

    /**
     * Keeps a new plan (version 0) or a changed one.
     *
     * @return empty, and nothing kept, when it was changed meanwhile
     */
    Optional<Plan> save(Plan plan);

    void began(UUID run, UUID plan, UUID by, Instant at);

    void ended(UUID run, UUID by, Instant at);

    /** The latest first. */
    List<PlanRun> runs(int most);

    Optional<PlanRun> run(UUID run);

    /** Keeps it once; of a customer that becomes known later the row is filled in. */
    void matched(PlanCall call);

    /** The first time counts. */
    void answered(UUID planCall, Instant at);

    void granted(UUID planCall, Instant at);

    /** How many notices this run has put out. */
    int noticesOf(UUID run);

    /** Who shall have the run's notice and has none yet; at most once for each number. */
    List<Recipient> recipients(UUID run, Plan plan, List<String> prefixes, int most);

    record Recipient(PhoneNumber number, Optional<UUID> customer) {}

    /**
     * @param told whether the notice was put out, or they may not be told: they are not looked at again
     * @return false when this run has been through with that number already
     */
    boolean noticed(UUID notice, UUID run, Recipient to, boolean told, Instant at);
}
