package amends.customer;

import java.time.Instant;
import java.util.UUID;

/** What stays of a customer who was erased: the id, and when. Blocks; joins the caller's transaction. */
public interface Tombstones {
    /** The customer and all that were merged into them: name, numbers, everything but the id goes. */
    void blank(UUID customer, Instant at);
}
