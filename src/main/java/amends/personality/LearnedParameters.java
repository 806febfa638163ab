package amends.personality;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was learned last. Blocks; joins the caller's transaction. */
public interface LearnedParameters {
    /**
     * Empty before anything was learned. On a person's own login with the habits of those observers only who marked a
     * customer whom that person looked at.
     */
    Optional<Parameters> latest();

    /** In the place of what was learned before. @param customers from how many */
    void keep(UUID id, Instant at, int customers, Parameters learned);
}
