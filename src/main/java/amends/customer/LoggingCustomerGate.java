package amends.customer;

import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.LookLimit;
import amends.staff.Nobody;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The gate in code, for a database that the desk has to itself or shares under one login: what is asked and its entry
 * in the audit trail are one transaction.
 */
public final class LoggingCustomerGate implements CustomerGate {
    private final Customers customers;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Nobody nobody;
    private final Timekeeper time;
    private final List<LookLimit> limits;

    public LoggingCustomerGate(
            Customers customers, AuditTrail audit, Transactions transactions, Nobody nobody, Timekeeper time) {
        this(customers, audit, transactions, nobody, time, LookLimit.USUAL);
    }

    /** @param limits of looks; other ones than the usual only where no person looks */
    public LoggingCustomerGate(
            Customers customers,
            AuditTrail audit,
            Transactions transactions,
            Nobody nobody,
            Timekeeper time,
            List<LookLimit> limits) {
        this.nobody = nobody;
        this.limits = List.copyOf(limits);
        this.customers = customers;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public Optional<CustomerProfile> byNumber(PhoneNumber number, Look look) {
        return looked(look, nobody.of(number.e164()), () -> customers.byNumber(number));
    }

    @Override
    public Optional<CustomerProfile> byId(UUID id, Look look) {
        return looked(look, id, () -> customers.byId(id));
    }

    private Optional<CustomerProfile> looked(Look look, UUID otherwise, Supplier<Optional<CustomerProfile>> rows) {
        NotPermitted.unless(look.who(), Permission.LOOK_AT_CUSTOMER);
        return transactions.call(() -> {
            var now = time.now();
            if (!audit.has(look.entry())
                    && LookLimit.isReached(limits, audit, look.who().id(), now)) throw new TooManyLooks();
            Optional<CustomerProfile> found = rows.get();
            enter(
                    look,
                    Permission.LOOK_AT_CUSTOMER,
                    found.map(CustomerProfile::id).orElse(otherwise));
            return found;
        });
    }

    @Override
    public CustomerProfile save(CustomerProfile profile, Look look) {
        NotPermitted.unless(look.who(), Permission.CHANGE_CUSTOMER);
        return transactions.call(() -> {
            CustomerProfile kept = customers.save(profile);
            enter(look, Permission.CHANGE_CUSTOMER, kept.id());
            return kept;
        });
    }

    private void enter(Look look, Permission act, UUID whom) {
        audit.add(new AuditEntry(look.entry(), time.now(), look.who().id(), act, whom, look.why()));
    }
}
