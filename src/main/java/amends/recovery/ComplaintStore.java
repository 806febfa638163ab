package amends.recovery;

import amends.kernel.Timekeeper;
import amends.staff.Staff;

/** What the handling of complaints needs. */
public record ComplaintStore(
        RecoveryStore store,
        Dispatches dispatches,
        Staff staff,
        ComplaintScheme scheme,
        ComplaintRules rules,
        CustomerNews news,
        Timekeeper time) {}
