package amends.compensation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was given and asked for. Blocks; joins the caller's transaction. */
public interface Grants {
    Optional<Grant> byId(UUID grant);

    /** Newest first. */
    List<Grant> ofCustomer(UUID customer, int most);

    /** Those that wait for an approval, the oldest first. */
    List<Grant> waiting(int most);

    /** What this member asked for and what became of it, newest first. */
    List<Grant> askedBy(UUID member, Instant since, int most);

    /** What was given in that time, oldest first. */
    List<Grant> given(Instant from, Instant until, int most);
}
