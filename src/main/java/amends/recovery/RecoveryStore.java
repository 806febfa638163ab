package amends.recovery;

import amends.kernel.Duties;
import amends.kernel.Transactions;

/** Where complaints, callbacks and failures are kept, all in one transaction. */
public record RecoveryStore(
        Transactions transactions, Complaints complaints, Callbacks callbacks, Failures failures, Duties duties) {}
