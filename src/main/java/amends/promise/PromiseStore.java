package amends.promise;

import amends.kernel.Duties;
import amends.kernel.Transactions;
import amends.sms.Outbox;
import amends.staff.Staff;

/** Where promises are kept, with their receipts and what must happen later, all in one transaction. */
public record PromiseStore(Transactions transactions, Promises promises, Duties duties, Outbox outbox, Staff staff) {}
