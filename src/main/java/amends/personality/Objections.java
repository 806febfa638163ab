package amends.personality;

import java.util.List;
import java.util.UUID;

/** Who thinks otherwise than the estimate. Blocks; joins the caller's transaction. */
public interface Objections {
    /** Keeps it, once for each id. */
    void add(Objection objection);

    /** Newest first. */
    List<Objection> of(UUID customer);
}
