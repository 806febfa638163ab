package amends.recovery;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.customer.PopState;
import amends.customer.ScreenPop;
import amends.kernel.Cancellable;
import amends.kernel.Ids;
import amends.kernel.Loop;
import amends.kernel.StoreQueue;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.recovery.CallOwing.Whose;
import amends.recovery.Owed.Standing;
import amends.recovery.Settlement.Means;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up what callers are owed as soon as the screen pop knows who it is: on a background thread, posted back to the
 * call loop. A look
 * that takes longer than {@value #DEADLINE_SECONDS} s is told as unavailable, and still counts if it ends before the
 * call does. What goes wrong in the call itself is added as it is seen.
 */
public final class LookingOwing implements Owing {
    private static final Logger LOG = LoggerFactory.getLogger(LookingOwing.class);
    private static final int DEADLINE_SECONDS = 2;
    private static final int LONGEST_PAUSE_SECONDS = 8;
    /** Looks of one call that may hang in a silent database at once. */
    private static final int MOST_IN_FLIGHT = 2;
    /** Calls that are over and may still be written up. */
    private static final int MOST_OVER = 8;

    private final Store store;
    private final ContactKeeping contacts;
    private final Supplier<Optional<StaffMember>> agent;
    private final Loop loop;
    private final Executor background;
    private final Timekeeper time;
    private final Subscribers<Owed> subscribers = new Subscribers<>();
    private final Map<CallId, CallOwing> calls = new LinkedHashMap<>();

    /** Where failures are kept. @param queue for what is settled while the call goes on */
    public record Store(Transactions transactions, Failures failures, AuditTrail audit, StoreQueue queue) {}

    /**
     * @param contacts in which contact something is settled
     * @param agent who sits here: nobody, or one who may not see customers, is shown nothing
     * @param background where the store is asked: virtual threads
     */
    public LookingOwing(
            CallControl phone,
            ScreenPop pop,
            Store store,
            ContactKeeping contacts,
            Supplier<Optional<StaffMember>> agent,
            Loop loop,
            Executor background,
            Timekeeper time) {
        this.store = store;
        this.contacts = contacts;
        this.agent = agent;
        this.loop = loop;
        this.background = background;
        this.time = time;
        phone.onCallEvent(this::heard);
        pop.onPop(this::popped);
    }

    @Override
    public Optional<Owed> of(CallId call) {
        return Optional.ofNullable(calls.get(call)).map(CallOwing::owed);
    }

    @Override
    public Cancellable onOwed(Consumer<Owed> listener) {
        return subscribers.add(listener);
    }

    /** Something of this call's balance was settled by another way than here, and is kept already. */
    public void settledElsewhere(CallId call, Collection<UUID> failures) {
        CallOwing of = calls.get(call);
        if (of == null || of.openAmong(failures).isEmpty()) return;
        of.settle(of.openAmong(failures));
        tell(of);
    }

    /** Something went wrong in this call itself. */
    public void seen(CallId call, Failure failure) {
        CallOwing of = calls.get(call);
        if (of != null && of.seen(failure)) tell(of);
    }

    private void heard(CallEvent event) {
        switch (event) {
            case CallEvent.Established(var call) ->
                Optional.ofNullable(calls.get(call.id())).ifPresent(of -> of.answered = true);
            case CallEvent.ConnectionCleared(var call, var cause) -> end(call.id());
            default -> {}
        }
    }

    private void popped(PopState state) {
        boolean begins = !calls.containsKey(state.call());
        CallOwing of = calls.computeIfAbsent(state.call(), CallOwing::new);
        switch (state) {
            case PopState.Looking looking -> tell(of);
            case PopState.Known(var call, var caller, var profile) ->
                isWhose(of, new Whose(Optional.of(profile.id()), profile.numbers()));
            case PopState.Unknown(var call, var caller, var number) ->
                isWhose(of, new Whose(Optional.empty(), number.stream().toList()));
            case PopState.Colleague colleague -> isWhose(of, new Whose(Optional.empty(), List.of()));
            case PopState.Unavailable away -> {
                if (of.stands(Standing.UNAVAILABLE) || begins) tell(of);
            }
        }
    }

    private void isWhose(CallOwing of, Whose whose) {
        if (of.whose.equals(whose) && of.standing() == Standing.KNOWN) return;
        of.whose = whose;
        if (!whose.isNobody() && isShown()) look(of);
        else if (of.stands(Standing.KNOWN)) tell(of);
    }

    private boolean isShown() {
        return agent.get().filter(Permission.LOOK_AT_CUSTOMER::isGivenTo).isPresent();
    }

    private void look(CallOwing of) {
        of.timer.cancel();
        of.timer = loop.after(Duration.ofSeconds(DEADLINE_SECONDS), () -> missed(of));
        if (of.inFlight >= MOST_IN_FLIGHT) return;
        of.inFlight++;
        Whose whose = of.whose;
        background.execute(() -> {
            Runnable result = lookedUp(of, whose);
            loop.execute(() -> arrived(of, result));
        });
    }

    private Runnable lookedUp(CallOwing of, Whose whose) {
        try {
            List<Failure> found = store.transactions().call(() -> openOf(whose));
            return () -> {
                of.timer.cancel();
                of.found(found);
                tell(of);
            };
        } catch (RuntimeException e) {
            LOG.warn("call {}: what is owed could not be looked up: {}", of.call, e.toString());
            return () -> missed(of);
        }
    }

    private List<Failure> openOf(Whose whose) {
        if (whose.customer().isEmpty())
            return whose.numbers().stream()
                    .flatMap(number -> store.failures().openOf(number).stream())
                    .toList();
        store.failures().adopt(whose.customer().get(), whose.numbers());
        return store.failures().openOf(whose.customer().get());
    }

    private static void arrived(CallOwing of, Runnable result) {
        of.inFlight--;
        if (!of.over) result.run();
    }

    private void missed(CallOwing of) {
        if (of.over) return;
        of.timer.cancel();
        if (of.standing() == Standing.LOOKING && of.stands(Standing.UNAVAILABLE)) tell(of);
        int pause = Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(4, of.misses++));
        of.timer = loop.after(Duration.ofSeconds(pause), () -> {
            if (!of.over) look(of);
        });
    }

    private void end(CallId call) {
        CallOwing of = calls.get(call);
        if (of == null) return;
        of.over = true;
        of.timer.cancel();
        var over = calls.values().stream().filter(c -> c.over).toList();
        for (int i = 0; i < over.size() - MOST_OVER; i++) calls.remove(over.get(i).call);
    }

    private void tell(CallOwing of) {
        subscribers.publish(of.owed());
    }

    @Override
    public void settle(CallId call, Collection<UUID> failures, Means means, String words, Consumer<Settled> result) {
        CallOwing of = calls.get(call);
        List<UUID> open = of == null ? List.of() : of.openAmong(failures);
        Permission act = means == Means.WRITTEN_OFF ? Permission.WRITE_OFF_FAILURE : Permission.SETTLE_FAILURE;
        Optional<StaffMember> member = agent.get().filter(act::isGivenTo);
        if (member.isEmpty()) result.accept(Settled.NOT_ALLOWED);
        else if (open.isEmpty()) result.accept(Settled.NOTHING_OPEN);
        else if (!of.answered) result.accept(Settled.NOT_ANSWERED);
        else if (means == Means.WRITTEN_OFF && words.isBlank()) result.accept(Settled.NO_REASON);
        else {
            settle(of, open, member.get(), act, means, words);
            result.accept(Settled.DONE);
        }
    }

    private void settle(CallOwing of, List<UUID> open, StaffMember member, Permission act, Means means, String words) {
        Optional<UUID> contact = contacts.of(of.call).map(Contact::id);
        var how = new Settlement(means, member.id(), time.now(), contact, words);
        List<Failure> live = of.settle(open);
        List<AuditEntry> entries = open.stream()
                .map(failure -> AuditEntry.of(how.at(), member, act, failure, "call " + of.call))
                .toList();
        store.queue()
                .put(
                        Ids.next(),
                        () -> store.transactions().run(() -> {
                            live.forEach(store.failures()::add);
                            store.failures().settle(open, how);
                            entries.forEach(store.audit()::add);
                        }));
        tell(of);
    }
}
