package amends.customer;

import amends.customer.PopState.Colleague;
import amends.customer.PopState.Known;
import amends.customer.PopState.Looking;
import amends.customer.PopState.Unavailable;
import amends.customer.PopState.Unknown;
import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.PhoneNumber;
import amends.kernel.StoreQueue;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Direction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks callers up by number while their call rings. The gate is asked on a background thread; what comes of it is
 * posted back to the call loop. A look that takes longer than
 * {@value #DEADLINE_SECONDS} s is told as unavailable, and still counts if it ends before the call does.
 */
public final class LookingScreenPop implements ScreenPop {
    private static final Logger LOG = LoggerFactory.getLogger(LookingScreenPop.class);
    private static final int DEADLINE_SECONDS = 2;
    private static final int LONGEST_PAUSE_SECONDS = 8;
    /** Looks of one call that may hang in a silent database at once. */
    private static final int MOST_IN_FLIGHT = 2;
    /** Calls that are over and may still be written up. */
    private static final int MOST_OVER = 8;
    /** What a telephone of the house may be called; whoever is called otherwise waits for no directory. */
    private static final Pattern EXTENSION = Pattern.compile("(?!(?i:anonymous)$)[A-Za-z0-9*#_.+-]{1,32}");

    private final Store store;
    private final Supplier<Optional<StaffMember>> agent;
    private final String homeRegion;
    private final Loop loop;
    private final Executor background;
    private final Timekeeper time;
    private final RecentProfiles recent;
    private final ProfileSaving saving;
    private final Subscribers<PopState> subscribers = new Subscribers<>();
    private final Map<CallId, CallPop> pops = new LinkedHashMap<>();
    private Optional<Function<String, Optional<String>>> house = Optional.empty();
    private Predicate<CallId> isQueued = call -> false;

    /** Where profiles are looked up. @param audit for looks at what was remembered, by way of the queue */
    public record Store(CustomerGate customers, AuditTrail audit, StoreQueue queue) {}

    /**
     * @param agent who sits here: nobody, or one who may not see customers, is shown none
     * @param homeRegion ISO 3166 country whose national numbers are understood
     * @param background where the store is asked: virtual threads
     */
    public LookingScreenPop(
            CallControl calls,
            Store store,
            Supplier<Optional<StaffMember>> agent,
            String homeRegion,
            Loop loop,
            Executor background,
            Timekeeper time) {
        this.store = store;
        this.agent = agent;
        this.homeRegion = homeRegion;
        this.loop = loop;
        this.background = background;
        this.time = time;
        recent = new RecentProfiles(time);
        saving = new ProfileSaving(store.customers());
        calls.onCallEvent(this::heard);
    }

    /**
     * @param house who sits at a telephone of the house, by name; blocks, and may throw
     * @param isQueued whether a queue offered the call: it is a customer's, whoever dialled for them
     */
    public void knows(Function<String, Optional<String>> house, Predicate<CallId> isQueued) {
        this.house = Optional.of(house);
        this.isQueued = isQueued;
    }

    /** A queue offers this call, and may say so later than it rings. */
    public void isOffered(CallId call) {
        CallPop pop = pops.get(call);
        if (pop != null && pop.state instanceof Colleague) stranger(pop);
    }

    @Override
    public Optional<PopState> of(CallId call) {
        return Optional.ofNullable(pops.get(call)).map(pop -> pop.state);
    }

    @Override
    public Cancellable onPop(Consumer<PopState> listener) {
        return subscribers.add(listener);
    }

    private void heard(CallEvent event) {
        Call call = event.call();
        switch (event) {
            case CallEvent.Delivered d when call.direction() == Direction.INBOUND -> begin(call);
            case CallEvent.Originated o -> begin(call);
            case CallEvent.PartyChanged p -> begunAnew(call);
            case CallEvent.ConnectionCleared c -> end(call.id());
            default -> {}
        }
    }

    private void begin(Call call) {
        if (pops.containsKey(call.id())) return;
        var pop = new CallPop(call.id(), call.remote(), call.remote().number(homeRegion));
        pops.put(call.id(), pop);
        tell(pop, new Looking(pop.call, pop.caller));
        Optional<StaffMember> looker = agent.get().filter(Permission.LOOK_AT_CUSTOMER::isGivenTo);
        if (house.isPresent()
                && pop.number.isEmpty()
                && !isQueued.test(pop.call)
                && EXTENSION.matcher(pop.caller.user()).matches()) {
            lookInHouse(pop, house.get());
            return;
        }
        if (pop.number.isEmpty() || looker.isEmpty()) {
            stranger(pop);
            return;
        }
        recent.of(pop.number.get()).ifPresentOrElse(known -> recall(pop, looker.get(), known), () -> look(pop));
    }

    /** Somebody else is at the far end now. A customer who is shown, found or filled in, stays. */
    private void begunAnew(Call call) {
        CallPop pop = pops.get(call.id());
        boolean stays = pop == null || pop.over || pop.state instanceof Known || pop.saving || !pop.saves.isEmpty();
        if (stays || pop.caller.equals(call.remote())) return;
        if (pop.number.isPresent() && pop.number.equals(call.remote().number(homeRegion))) return;
        pop.over = true;
        pop.timer.cancel();
        pops.remove(call.id());
        begin(call);
    }

    private void stranger(CallPop pop) {
        tell(pop, new Unknown(pop.call, pop.caller, pop.number));
    }

    /** Where the directory does not answer in time it is somebody whom nobody knows. */
    private void lookInHouse(CallPop pop, Function<String, Optional<String>> directory) {
        pop.timer = loop.after(Duration.ofSeconds(DEADLINE_SECONDS), () -> stranger(pop));
        background.execute(() -> {
            Optional<String> name = nameOf(pop, directory);
            loop.execute(() -> {
                pop.timer.cancel();
                if (pop.over) return;
                if (pop.state instanceof Known || isQueued.test(pop.call)) strangerStill(pop);
                else
                    name.ifPresentOrElse(
                            n -> tell(pop, new Colleague(pop.call, pop.caller, n)), () -> strangerStill(pop));
            });
        });
    }

    private void strangerStill(CallPop pop) {
        if (!pop.isAnswered()) stranger(pop);
    }

    private static Optional<String> nameOf(CallPop pop, Function<String, Optional<String>> directory) {
        try {
            return directory.apply(pop.caller.user());
        } catch (RuntimeException e) {
            LOG.info("call {}: who sits at {} could not be looked up: {}", pop.call, pop.caller.user(), e.toString());
            return Optional.empty();
        }
    }

    private void recall(CallPop pop, StaffMember looker, CustomerProfile known) {
        AuditEntry entry = lookEntry(pop, looker, known);
        store.queue().put(entry.id(), () -> store.audit().add(entry));
        tell(pop, new Known(pop.call, pop.caller, known));
        background.execute(() -> lookAgain(pop, looker, known));
    }

    /** What was remembered is shown at once; another desk may have changed it meanwhile. */
    private void lookAgain(CallPop pop, StaffMember looker, CustomerProfile remembered) {
        try {
            store.customers()
                    .byId(remembered.id(), pop.look(looker))
                    .filter(found -> found.version() != remembered.version())
                    .ifPresent(found -> loop.execute(() -> changed(pop, remembered, found)));
        } catch (RuntimeException e) {
            LOG.info(
                    "call {}: what was remembered of the caller could not be looked up again: {}",
                    pop.call,
                    e.toString());
        }
    }

    private void changed(CallPop pop, CustomerProfile remembered, CustomerProfile found) {
        boolean stillShown = pop.state instanceof Known(var _, var _, var shown) && shown.equals(remembered);
        if (pop.over || !stillShown) return;
        pop.number.ifPresent(number -> recent.keep(number, found));
        tell(pop, new Known(pop.call, pop.caller, found));
    }

    private AuditEntry lookEntry(CallPop pop, StaffMember looker, CustomerProfile seen) {
        return new AuditEntry(
                pop.lookEntry, time.now(), looker.id(), Permission.LOOK_AT_CUSTOMER, seen.id(), pop.occasion());
    }

    private void look(CallPop pop) {
        Optional<StaffMember> looker = agent.get().filter(Permission.LOOK_AT_CUSTOMER::isGivenTo);
        if (looker.isEmpty()) return;
        pop.timer = loop.after(Duration.ofSeconds(DEADLINE_SECONDS), () -> missed(pop, Unavailable.Why.AWAY));
        if (pop.inFlight >= MOST_IN_FLIGHT) return;
        pop.inFlight++;
        PhoneNumber number = pop.number.orElseThrow();
        background.execute(() -> {
            Runnable result = lookedUp(pop, looker.get(), number);
            loop.execute(() -> arrived(pop, result));
        });
    }

    private Runnable lookedUp(CallPop pop, StaffMember looker, PhoneNumber number) {
        try {
            Optional<CustomerProfile> found = store.customers().byNumber(number, pop.look(looker));
            return () -> show(pop, found);
        } catch (CustomerGate.TooManyLooks e) {
            LOG.warn("call {}: the caller is not shown: {}", pop.call, e.getMessage());
            return () -> missed(pop, Unavailable.Why.TOO_MANY_LOOKS);
        } catch (RuntimeException e) {
            LOG.warn("call {}: the caller could not be looked up: {}", pop.call, e.toString());
            return () -> missed(pop, Unavailable.Why.AWAY);
        }
    }

    private static void arrived(CallPop pop, Runnable result) {
        pop.inFlight--;
        if (pop.over || pop.isAnswered()) return;
        pop.timer.cancel();
        result.run();
    }

    private void show(CallPop pop, Optional<CustomerProfile> found) {
        found.ifPresent(profile -> recent.keep(pop.number.orElseThrow(), profile));
        tell(
                pop,
                found.<PopState>map(profile -> new Known(pop.call, pop.caller, profile))
                        .orElseGet(() -> new Unknown(pop.call, pop.caller, pop.number)));
    }

    private void missed(CallPop pop, Unavailable.Why why) {
        if (pop.over || pop.isAnswered()) return;
        var told = new Unavailable(pop.call, pop.caller, why);
        if (!told.equals(pop.state)) tell(pop, told);
        int pause = Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(4, pop.failures++));
        pop.timer = loop.after(Duration.ofSeconds(pause), () -> {
            if (!pop.over && !pop.isAnswered()) look(pop);
        });
    }

    private void end(CallId call) {
        CallPop pop = pops.get(call);
        if (pop == null) return;
        pop.over = true;
        pop.timer.cancel();
        var over = pops.values().stream().filter(p -> p.over).toList();
        for (int i = 0; i < over.size() - MOST_OVER; i++) pops.remove(over.get(i).call);
    }

    private void tell(CallPop pop, PopState state) {
        pop.state = state;
        subscribers.publish(state);
    }

    @Override
    public void save(CallId call, Filled filled, Consumer<Saved> result) {
        CallPop pop = pops.get(call);
        if (pop == null) {
            result.accept(Saved.UNAVAILABLE);
            return;
        }
        pop.saves.add(new CallPop.Save(filled, result));
        saveNext(pop);
    }

    /** One save after the other: the next one builds on what the last one kept. */
    private void saveNext(CallPop pop) {
        if (pop.saving || pop.saves.isEmpty()) return;
        CallPop.Save save = pop.saves.remove();
        Optional<StaffMember> writer = agent.get().filter(Permission.CHANGE_CUSTOMER::isGivenTo);
        if (writer.isEmpty() || !pop.isAnswered()) {
            save.result().accept(Saved.UNAVAILABLE);
            saveNext(pop);
            return;
        }
        pop.saving = true;
        CustomerProfile wanted = saving.wanted(pop, save.filled());
        background.execute(() -> {
            ProfileSaving.Outcome outcome = saving.save(pop, writer.get(), wanted);
            loop.execute(() -> saved(pop, save, outcome));
        });
    }

    private void saved(CallPop pop, CallPop.Save save, ProfileSaving.Outcome outcome) {
        pop.saving = false;
        outcome.now().ifPresent(profile -> {
            recent.forget(profile);
            pop.number.ifPresent(recent::forget);
            if (outcome.saved() == Saved.KEPT) profile.numbers().forEach(number -> recent.keep(number, profile));
            tell(pop, new Known(pop.call, pop.caller, profile));
        });
        save.result().accept(outcome.saved());
        saveNext(pop);
    }
}
