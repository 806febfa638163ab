package amends.customer;

import amends.customer.Customers.ChangedMeanwhile;
import java.util.UUID;

/** What more is known of customers. Blocks; joins the caller's transaction. */
public interface Portraits {
    /** A blank one for whom none is kept. */
    Portrait of(UUID customer);

    /**
     * Keeps it, and answers it with its new version.
     *
     * @throws ChangedMeanwhile when another desk kept a newer version; nothing was kept
     */
    Portrait save(Portrait portrait);
}
