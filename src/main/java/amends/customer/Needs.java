package amends.customer;

import java.util.List;
import java.util.UUID;

/** What customers wanted. Blocks; joins the caller's transaction. */
public interface Needs {
    /** Newest first. */
    List<Need> of(UUID customer, int most);

    /** Keeps it, once for each id. */
    void add(Need need);

    /** @return false when there is no such need */
    boolean remove(UUID need);
}
