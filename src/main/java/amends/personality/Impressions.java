package amends.personality;

import amends.staff.StaffMember;
import java.util.UUID;

/** What is thought of a customer, with everything that people may do about it. */
public interface Impressions extends Personalities {
    /** Blocks. */
    Impression impressionOf(UUID customer);

    @Override
    default Estimate of(UUID customer) {
        return impressionOf(customer).estimate();
    }

    /**
     * Keeps what a member saw; returns at once and stores behind, also after the database was away. Dropped when the
     * customer does not agree to be estimated.
     *
     * @param sheet whose observer is the member
     */
    Heard mark(Sheet sheet, StaffMember member);

    /** As {@link #mark}. @param type what the customer is in the member's eyes @param reason one line */
    Heard object(UUID customer, CustomerType type, String reason, StaffMember member);

    /** What became of what somebody said. */
    enum Heard {
        KEPT,
        NOT_ALLOWED,
        /** Nobody objects without a reason. */
        NO_REASON
    }
}
