package amends.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What stays of a customer who was erased: the id, and when. Blocks; joins the caller's transaction. */
public interface Tombstones {
    /** All that were merged into the customer, also into one that was merged. */
    List<UUID> mergedInto(UUID customer);

    /** The customer and all that were merged into them: name, numbers, everything but the id goes. */
    void blank(UUID customer, Instant at);
}
