package amends.care;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is likely to leave, as it was estimated last. Blocks; joins the caller's transaction. */
public interface LeavingList {
    /** In place of all that stood there. */
    void replace(List<Leaving> all);

    /** The likeliest first. */
    List<Leaving> likeliest(int most);

    Optional<Leaving> of(UUID customer);
}
