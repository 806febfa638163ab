package amends.customer;

import amends.kernel.PhoneNumber;
import java.util.Optional;
import java.util.UUID;

/** The customers there are. Blocks; joins the caller's transaction. */
public interface Customers {
    Optional<CustomerProfile> byNumber(PhoneNumber number);

    Optional<CustomerProfile> byId(UUID id);

    /**
     * Keeps a new profile ({@code version} 0) or a changed one, and answers it with its new version.
     *
     * @throws ChangedMeanwhile when another desk kept a newer version; nothing was kept
     */
    CustomerProfile save(CustomerProfile profile);

    final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;

        public ChangedMeanwhile(UUID id) {
            super("customer " + id + " was changed at another desk meanwhile");
        }
    }
}
