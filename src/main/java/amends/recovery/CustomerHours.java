package amends.recovery;

import java.util.Optional;
import java.util.UUID;

/** When customers like to be called. Blocks; joins the caller's transaction. */
public interface CustomerHours {
    /** Nobody has said. */
    CustomerHours UNKNOWN = customer -> Optional.empty();

    Optional<PreferredHours> of(UUID customer);
}
