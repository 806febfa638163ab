package amends.customer;

import amends.staff.StaffMember;
import java.util.List;

/**
 * The one way by which people find customers: each page is in the audit trail before it is shown, and not too many in
 * a short time. Blocks; opens transactions of its own, so never inside one.
 */
public interface SearchGate {
    /** More than this no page shows. */
    int MOST = 51;

    /** @throws CustomerGate.TooManyLooks when this member searched too often lately; nothing was shown */
    List<FoundCustomer> find(Search search);

    /** @param from how many to leave out @param most not over {@link #MOST} */
    record Search(StaffMember who, CustomerSearch.Words words, int from, int most) {}
}
