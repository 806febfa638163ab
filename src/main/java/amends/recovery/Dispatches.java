package amends.recovery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The dispatches there are. Blocks; joins the caller's transaction. */
public interface Dispatches {
    /** Keeps a new one, once per id. */
    void add(Dispatch dispatch);

    /** @return false, and nothing changed, when it no longer stood as {@code before}: read it again */
    boolean change(Dispatch before, Dispatch now);

    Optional<Dispatch> byId(UUID id);

    /** Oldest first. */
    List<Dispatch> ofComplaint(UUID complaint);

    /** Those that are not over, the first due first. */
    List<Dispatch> open(int most);
}
