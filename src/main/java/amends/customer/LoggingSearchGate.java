package amends.customer;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.LookLimit;
import amends.staff.Permission;
import java.util.List;

/** The gate of searches of a desk that shares the database's own login: the entry and the page are one transaction. */
public final class LoggingSearchGate implements SearchGate {
    private final CustomerSearch search;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;

    public LoggingSearchGate(CustomerSearch search, AuditTrail audit, Transactions transactions, Timekeeper time) {
        this.search = search;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public List<FoundCustomer> find(Search asked) {
        return transactions.call(() -> {
            if (LookLimit.isSearchedOut(audit, asked.who().id(), time.now())) throw new CustomerGate.TooManyLooks();
            audit.add(AuditEntry.of(
                    time.now(),
                    asked.who(),
                    Permission.FIND_CUSTOMERS,
                    Ids.named("search:" + asked.words().outsideId()),
                    ""));
            return search.find(asked.words(), asked.from(), asked.most());
        });
    }
}
