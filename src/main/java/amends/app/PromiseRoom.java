package amends.app;

import amends.compensation.Policies;
import amends.compensation.jdbc.JdbcPolicies;
import amends.contact.CallContactKeeping;
import amends.desktop.DesktopPorts;
import amends.kernel.DutyHandler;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.promise.DeskPromises;
import amends.promise.LoggingPromiseGate;
import amends.promise.PastLengths;
import amends.promise.PostingPromiseHandling;
import amends.promise.PromiseActs;
import amends.promise.PromiseAuthority;
import amends.promise.PromiseClock;
import amends.promise.PromiseGate;
import amends.promise.PromiseMaking;
import amends.promise.PromiseRules;
import amends.promise.PromiseStore;
import amends.promise.Promises;
import amends.promise.StoredPromiseOverview;
import amends.promise.StoringPromiseMaking;
import amends.promise.jdbc.JdbcPromiseGate;
import amends.promise.jdbc.JdbcPromises;
import amends.staff.Nobody;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.staff.jdbc.HouseSecret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Promises: what is kept of them, what carries them out later, and what a desk does with them. */
final class PromiseRoom {
    final Promises promises;
    final PromiseMaking making;
    final PromiseActs acts;
    final PromiseGate gate;
    /** Of what was granted already, to whoever had to say yes: nobody's own authority is asked a second time. */
    final PromiseMaking paying;

    final PromiseRules rules;
    private final Policies policies;
    private final StoreRoom store;
    private final Timekeeper time;

    PromiseRoom(StoreRoom store, DeskSettings settings, Timekeeper time) {
        this.store = store;
        this.time = time;
        rules = settings.promises().rules();
        policies = new JdbcPolicies(store.database());
        PromiseStore kept = kept(store);
        promises = kept.promises();
        making = new StoringPromiseMaking(
                kept,
                rules,
                new PolicyAuthority(() -> Optional.of(policies.inForce())),
                PromiseSettings.receipts(settings, id -> language(store, id)));
        paying = new StoringPromiseMaking(
                kept, rules, PromiseAuthority.OWED, PromiseSettings.receipts(settings, id -> language(store, id)));
        acts = new PromiseActs(kept, rules, new BrokenWord(store.failures()));
        gate = store.isPersonal()
                ? new JdbcPromiseGate(store.database())
                : new LoggingPromiseGate(
                        promises, store.audit(), store.database(), new Nobody(new HouseSecret(store.database())), time);
    }

    private static PromiseStore kept(StoreRoom store) {
        return new PromiseStore(
                store.database(), new JdbcPromises(store.database()), store.duties(), store.outbox(), store.staff());
    }

    private static Optional<String> language(StoreRoom store, UUID customer) {
        return Optional.of(store.profile().portraits().of(customer).language());
    }

    /** What happens by the clock, with a desk or without one. */
    static List<DutyHandler> clock(StoreRoom store, Timekeeper time) {
        return PromiseClock.handlers(kept(store), new BrokenWord(store.failures()), time);
    }

    /** @param contacts whose contacts are stored before what was promised in them */
    DeskPromises at(Desk desk, CallContactKeeping contacts) {
        var authority = PolicyAuthority.remembering(() -> store.database().call(policies::inForce), desk.background);
        return new DeskPromises(
                desk.member,
                contacts,
                new DeskPromises.Part(promises, making, acts, rules, authority, new PastLengths(promises, rules, time)),
                new DeskPromises.Threads(desk.loop, desk.background, store.queue()),
                time);
    }

    /** On the call loop. */
    DesktopPorts.Promising port(Desk desk, Executor screen) {
        boolean all = Permission.SEE_ALL_PROMISES.isGivenTo(desk.member);
        return new DesktopPorts.Promising(
                new PostingPromiseHandling(desk.promises, desk.loop, screen),
                gate,
                this::people,
                all ? Optional.of(new StoredPromiseOverview(promises, desk.member, time)) : Optional.empty());
    }

    /** Who can keep a promise. */
    private List<StaffMember> people() {
        try {
            return store.staff().all().stream()
                    .filter(Permission.KEEP_PROMISE::isGivenTo)
                    .toList();
        } catch (StoreUnavailable e) {
            return List.of();
        }
    }
}
