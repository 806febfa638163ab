package amends.customer;

import amends.customer.SearchGate.Search;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Locale;

/**
 * Finds customers by name, number or outside id, a page at a time, by way of the {@link SearchGate}; to see more than a
 * list's line somebody looks by way of the {@link CustomerGate}. Blocks.
 */
public final class FindingCustomers {
    /** Shorter words find everybody. */
    private static final int FEWEST = 1;

    private static final int MOST_WORDS = 120;
    private final SearchGate gate;
    private final String homeRegion;

    public FindingCustomers(SearchGate gate, String homeRegion) {
        this.gate = gate;
        this.homeRegion = homeRegion;
    }

    /** @param more whether there are further pages */
    public record Page(List<FoundCustomer> found, boolean more) {}

    /**
     * @param most under {@link SearchGate#MOST}
     * @throws CustomerGate.TooManyLooks when this member searched too often lately; nothing was shown
     */
    public Page find(String typed, int from, int most, StaffMember who) {
        NotPermitted.unless(who, Permission.FIND_CUSTOMERS);
        String words = CellReading.plain(PlainText.line(typed, MOST_WORDS));
        if (words.length() < FEWEST) return new Page(List.of(), false);
        var understood = new CustomerSearch.Words(
                words.toLowerCase(Locale.ROOT).replace(" ", ""),
                PhoneNumber.parse(words, homeRegion).map(PhoneNumber::e164).orElse(""),
                words);
        List<FoundCustomer> found = gate.find(new Search(who, understood, from, most + 1));
        return new Page(found.size() > most ? found.subList(0, most) : found, found.size() > most);
    }
}
