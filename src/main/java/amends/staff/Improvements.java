package amends.staff;

import amends.staff.Improvement.State;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What employees suggested. Blocks; joins the caller's transaction. */
public interface Improvements {
    /** Keeps it, once per id. @return whether it was new */
    boolean add(Improvement improvement);

    /** @return false, and nothing changed, when it no longer stood so: read it again */
    boolean change(Improvement now, State expected);

    Optional<Improvement> byId(UUID id);

    /** What this member filed, what changed last first. */
    List<Improvement> ofMember(UUID member, int most);

    /** Everybody's, oldest of the open ones first, then what changed last. */
    List<Improvement> all(int most);

    /**
     * Lets go of contacts that are erased.
     *
     * @param without what stays of a text when its person is taken out
     * @return how many suggestions stood beside one
     */
    int forget(Collection<UUID> contacts, UnaryOperator<String> without);
}
