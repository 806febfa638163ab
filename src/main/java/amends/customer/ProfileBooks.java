package amends.customer;

import amends.kernel.Transactions;
import amends.staff.AuditTrail;

/** Where everything about customers is kept. */
public record ProfileBooks(
        CustomerGate gate,
        Portraits portraits,
        Tags tags,
        Needs needs,
        Consents consents,
        TimeLineSource timeLine,
        AuditTrail audit,
        Transactions transactions) {}
