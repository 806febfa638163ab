package amends.customer;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.LookLimit;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Locale;

/**
 * Finds customers by name, number or outside id, a page at a time; every search is in the audit trail, and to see more
 * than a list's line somebody looks by way of the {@link CustomerGate}. Blocks.
 */
public final class FindingCustomers {
    /** Shorter words find everybody. */
    private static final int FEWEST = 1;

    private static final int MOST_WORDS = 120;
    private final CustomerSearch search;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;
    private final String homeRegion;

    public FindingCustomers(
            CustomerSearch search, AuditTrail audit, Transactions transactions, Timekeeper time, String homeRegion) {
        this.search = search;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
        this.homeRegion = homeRegion;
    }

    /** @param more whether there are further pages */
    public record Page(List<FoundCustomer> found, boolean more) {}

    /** @throws CustomerGate.TooManyLooks when this member searched too often lately; nothing was shown */
    public Page find(String typed, int from, int most, StaffMember who) {
        NotPermitted.unless(who, Permission.FIND_CUSTOMERS);
        String words = CellReading.plain(PlainText.line(typed, MOST_WORDS));
        if (words.length() < FEWEST) return new Page(List.of(), false);
        var understood = new CustomerSearch.Words(
                words.toLowerCase(Locale.ROOT).replace(" ", ""),
                PhoneNumber.parse(words, homeRegion).map(PhoneNumber::e164).orElse(""),
                words);
        return transactions.call(() -> {
            if (LookLimit.isSearchedOut(audit, who.id(), time.now())) throw new CustomerGate.TooManyLooks();
            audit.add(AuditEntry.of(time.now(), who, Permission.FIND_CUSTOMERS, Ids.named("search:" + words), ""));
            List<FoundCustomer> found = search.find(understood, from, most + 1);
            return new Page(found.size() > most ? found.subList(0, most) : found, found.size() > most);
        });
    }
}
