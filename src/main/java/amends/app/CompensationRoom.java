package amends.app;

import amends.compensation.Auditing;
import amends.compensation.FairnessReport;
import amends.compensation.Grant;
import amends.compensation.GrantExpiry;
import amends.compensation.GrantStore;
import amends.compensation.Granting;
import amends.compensation.Ledger;
import amends.compensation.Offering;
import amends.compensation.Policies;
import amends.compensation.StoringGranting;
import amends.compensation.jdbc.GatedGranting;
import amends.compensation.jdbc.JdbcAudits;
import amends.compensation.jdbc.JdbcGiven;
import amends.compensation.jdbc.JdbcLedger;
import amends.compensation.jdbc.JdbcPolicies;
import amends.desktop.DesktopPorts;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import amends.telephony.CallId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compensation: what may be given, who gives it, and what ends by the clock. */
final class CompensationRoom {
    final Granting granting;
    final Offering offering;
    final Ledger ledger;
    final Policies policies;
    private final StoreRoom store;
    private final Timekeeper time;

    CompensationRoom(StoreRoom store, Timekeeper time) {
        this.store = store;
        this.time = time;
        ledger = new JdbcLedger(store.database(), store.isPersonal());
        policies = new JdbcPolicies(store.database());
        var kept = new GrantStore(store.database(), ledger, policies, store.failures(), store.audit(), store.duties());
        granting = store.isPersonal() ? new GatedGranting(store.database(), kept) : new StoringGranting(kept, time);
        offering = new Offering(store.database(), ledger, policies, time, CompensationRoom::learns);
    }

    private static void learns(Runnable learning) {
        Thread.ofPlatform()
                .name("learning")
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .start(learning);
    }

    /** Ends requests that nobody decided, with a desk or without one. */
    static DutyHandler expiry(StoreRoom store, Timekeeper time) {
        return new GrantExpiry(new JdbcLedger(store.database()), time);
    }

    /** What the window asks on the background executor; what was paid for leaves what is owed in the call. */
    DesktopPorts.Amending port(Desk desk) {
        offering.learnAhead();
        return new DesktopPorts.Amending(
                offering,
                granting,
                ledger,
                policies::textInForce,
                (CallId call, Grant grant) -> desk.loop.execute(() -> {
                    desk.owing.owing.settledElsewhere(call, paid(grant));
                    desk.plans.watch.granted(call, grant.option());
                }),
                Permission.SEE_COMPENSATION.isGivenTo(desk.member)
                                && Permission.AUDIT_COMPENSATION.isGivenTo(desk.member)
                        ? Optional.of(new DesktopPorts.Oversight(this::fairness, auditing()))
                        : Optional.empty());
    }

    Auditing auditing() {
        return new Auditing(
                store.database(),
                new JdbcAudits(store.database(), ledger),
                ledger,
                store.audit(),
                time,
                new SecureRandom());
    }

    /** The only place where what was given and what customers seem to be come together, after the fact. */
    FairnessReport fairness(Instant since) {
        Map<UUID, String> types = store.isPersonal()
                ? Map.of()
                : new PersonalityRoom(store, time)
                        .types.shown().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, e -> e.getValue().name()));
        return FairnessReport.of(new JdbcGiven(store.database(), store.isPersonal()).since(since, types));
    }

    private static Set<UUID> paid(Grant grant) {
        return grant.failures();
    }
}
