package amends.customer;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.staff.StaffMember;
import java.util.Optional;
import java.util.UUID;

/**
 * The one way by which people see customers: one at a time, not too many in a short time, and never without an entry
 * in the audit trail. Blocks; opens transactions of its own, so never inside one.
 */
public interface CustomerGate {
    /** @throws TooManyLooks when this member looked at too many customers lately; nothing was shown */
    Optional<CustomerProfile> byNumber(PhoneNumber number, Look look);

    /** @throws TooManyLooks when this member looked at too many customers lately; nothing was shown */
    Optional<CustomerProfile> byId(UUID id, Look look);

    /**
     * Keeps a new profile ({@code version} 0) or a changed one that was looked at, and answers it with its new version.
     *
     * @throws Customers.ChangedMeanwhile when another desk kept a newer version; nothing was kept
     */
    CustomerProfile save(CustomerProfile profile, Look look);

    /**
     * The occasion of a look or a change.
     *
     * @param entry of the audit trail: the same however often the same look is tried
     * @param why for instance the Call-ID; one line
     */
    record Look(UUID entry, StaffMember who, String why) {
        public static Look of(StaffMember who, String why) {
            return new Look(Ids.next(), who, why);
        }
    }

    final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;

        public TooManyLooks() {
            super("too many customers were looked at in a short time");
        }
    }
}
