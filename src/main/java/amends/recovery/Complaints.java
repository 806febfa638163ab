package amends.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The complaints there are. Blocks; joins the caller's transaction. */
public interface Complaints {
    /**
     * Keeps a new complaint and gives it its number, once per id.
     *
     * @param complaint its number is ignored
     * @param failures what had failed when it was made: settled with it
     * @return as it is kept: the earlier one where the id is known, which {@code isNew} tells
     */
    Added add(Complaint complaint, Set<UUID> failures);

    /** @param isNew false when it was there already, and nothing was changed */
    record Added(Complaint complaint, boolean isNew) {}

    /** Keeps state and clocks of a complaint. @return false when it no longer stood as expected: read it again */
    boolean change(Complaint now, Complaint.State expected);

    Optional<Complaint> byId(UUID id);

    Optional<Complaint> byNumber(int number);

    /** The failures that were open when it was made. */
    Set<UUID> failuresOf(UUID complaint);

    /** Newest first. */
    List<Complaint> ofCustomer(UUID customer, int most);

    /** Those that this member owns and that are not answered, the most urgent first. */
    List<Complaint> openOf(UUID owner, int most);
}
