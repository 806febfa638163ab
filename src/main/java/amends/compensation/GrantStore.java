package amends.compensation;

import amends.kernel.Duties;
import amends.kernel.Transactions;
import amends.recovery.Failures;
import amends.staff.AuditTrail;

/** Where grants are kept with all that follows from them, in one transaction. */
public record GrantStore(
        Transactions transactions,
        Ledger ledger,
        Policies policies,
        Failures failures,
        AuditTrail audit,
        Duties duties) {}
