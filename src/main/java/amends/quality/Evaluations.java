package amends.quality;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The evaluations there are. Blocks; joins the caller's transaction. */
public interface Evaluations {
    /**
     * Stores the evaluation, draft or kept, as it now stands.
     *
     * @return whether it was stored: what is kept already stays as it is
     */
    boolean save(Evaluation evaluation);

    Optional<Evaluation> byId(UUID id);

    /** What this inspector has begun on this recording and not kept yet: the one begun last. */
    Optional<Evaluation> draftOf(UUID recording, UUID inspector);

    /** Those that are kept, newest first. */
    List<Evaluation> keptOf(UUID recording);
}
