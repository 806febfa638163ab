package amends.app;

import amends.compensation.Grant;
import amends.compensation.GrantExpiry;
import amends.compensation.GrantStore;
import amends.compensation.Granting;
import amends.compensation.Ledger;
import amends.compensation.Offering;
import amends.compensation.Policies;
import amends.compensation.StoringGranting;
import amends.compensation.jdbc.GatedGranting;
import amends.compensation.jdbc.JdbcLedger;
import amends.compensation.jdbc.JdbcPolicies;
import amends.desktop.DesktopPorts;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.util.Set;
import java.util.UUID;

/** Compensation: what may be given, who gives it, and what ends by the clock. */
final class CompensationRoom {
    final Granting granting;
    final Offering offering;
    final Ledger ledger;
    final Policies policies;

    CompensationRoom(StoreRoom store, Timekeeper time) {
        ledger = new JdbcLedger(store.database(), store.isPersonal());
        policies = new JdbcPolicies(store.database());
        var kept = new GrantStore(store.database(), ledger, policies, store.failures(), store.audit(), store.duties());
        granting =
                store.isPersonal() ? new GatedGranting(store.database(), kept, time) : new StoringGranting(kept, time);
        offering = new Offering(store.database(), ledger, policies, time);
    }

    /** Ends requests that nobody decided, with a desk or without one. */
    static DutyHandler expiry(StoreRoom store, Timekeeper time) {
        return new GrantExpiry(new JdbcLedger(store.database()), time);
    }

    /** What the window asks on the background executor; what was paid for leaves what is owed in the call. */
    DesktopPorts.Amending port(Desk desk) {
        return new DesktopPorts.Amending(
                offering,
                granting,
                ledger,
                policies::textInForce,
                (CallId call, Grant grant) ->
                        desk.loop.execute(() -> desk.owing.owing.settledElsewhere(call, paid(grant))));
    }

    private static Set<UUID> paid(Grant grant) {
        return grant.failures();
    }
}
