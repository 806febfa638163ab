package amends.recovery;

import amends.recovery.Complaints.Weakness;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Complaints and callbacks as one member sees and handles them. Blocks. */
public interface ComplaintOffice {
    /** Whether this member sees everybody's. */
    boolean seesAll();

    ComplaintScheme scheme();

    /** Those for which this member has something to do, the most urgent first. */
    List<Complaint> mine();

    /** Everybody's that are not over and those closed lately; nothing for whom it is not given. */
    List<Complaint> all();

    /** All that is known of one; the owner has seen it from then on. Empty for another's, where not given. */
    Optional<ComplaintDetail> look(UUID complaint);

    ComplaintOutcome handle(UUID complaint, ComplaintDeed deed);

    /** Which units and causes complaints of so long were about; nothing for whom it is not given. */
    List<Weakness> weaknesses(Duration past);

    /** Who else could handle a complaint, by name. */
    List<StaffMember> colleagues();

    /** Callbacks that are not ended: everybody's for whom that is given, else this member's own. */
    List<CallbackTask> callbacks();

    /** What to know before calling; the new owner has seen it from then on. Empty for another's, where not given. */
    Optional<CallbackCard> prepare(UUID callback);

    CallbackChange handOver(UUID callback, UUID to, String words);

    CallbackChange score(UUID callback, Optional<Integer> before, Optional<Integer> after);
}
