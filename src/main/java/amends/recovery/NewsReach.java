package amends.recovery;

import amends.kernel.PhoneNumber;
import java.util.Optional;

/** Where the customer of a complaint reads short messages. Blocks; joins the caller's transaction. */
public interface NewsReach {
    /** Empty where they cannot, or have refused. */
    Optional<PhoneNumber> of(Complaint complaint);
}
