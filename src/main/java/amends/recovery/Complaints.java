package amends.recovery;

import amends.kernel.PhoneNumber;
import java.time.Instant;
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

    /** Keeps a complaint as it now stands. @return false when it was changed since {@code before}: read it again */
    boolean change(Complaint before, Complaint now);

    Optional<Complaint> byId(UUID id);

    Optional<Complaint> byNumber(int number);

    /** The failures that were open when it was made. */
    Set<UUID> failuresOf(UUID complaint);

    /** What failed besides, because of it. */
    void addFailure(UUID complaint, UUID failure);

    /** Newest first. */
    List<Complaint> ofCustomer(UUID customer, int most);

    /** Those that this member owns and that are not answered, the most urgent first. */
    List<Complaint> openOf(UUID owner, int most);

    /** Those for which this member has something to do, answered ones included, the most urgent first. */
    List<Complaint> inHandOf(UUID owner, int most);

    /** Everybody's that are not over, and those closed since then; the most urgent first. */
    List<Complaint> board(Instant closedSince, int most);

    /**
     * Of this customer, or of who is called back at this number, opened, answered or closed since then; the last
     * changed first.
     */
    List<Complaint> recent(Optional<UUID> customer, Optional<PhoneNumber> callBack, Instant since, int most);

    /** Of who is called back at this number, those that are closed, and were since then; the last closed first. */
    List<Complaint> closedFor(PhoneNumber callBack, Instant since);

    /** Keeps what was done, once per id. @return whether it was new */
    boolean add(ComplaintEvent event);

    Optional<ComplaintEvent> event(UUID id);

    /** Oldest first. */
    List<ComplaintEvent> history(UUID complaint);

    /** Which units and causes complaints opened since then were about. */
    List<Weakness> weaknesses(Instant since, Instant now);

    /**
     * How a unit and a cause stand.
     *
     * @param unit key; empty for no unit
     * @param cause key; empty where not assessed yet
     * @param late how many were answered late, or are late
     */
    record Weakness(String unit, String cause, int complaints, int late, int reopened) {}
}
