package amends.recovery;

import amends.contact.Contact;
import amends.contact.Contacts;
import amends.customer.PopState;
import amends.customer.ScreenPop;
import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.PhoneNumber;
import amends.kernel.StoreQueue;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.recovery.Evidence.BadlyHeard;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.Hearing;
import amends.recovery.Evidence.ThirdTransfer;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what goes wrong for those who call, without anybody's word. What a contact shows is written in the transaction
 * that closes it, so that a database that was away loses nothing; the rest is written behind the call loop. What goes
 * wrong in a call at hand is told at once besides. On the call loop, unless said otherwise.
 */
public final class FailureWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FailureWatch.class);
    /** Calls whose caller is remembered until their media has ended. */
    private static final int MOST_CALLERS = 64;

    /** Packets of a voice below which nothing is said of how it was heard: five seconds. */
    private static final long LEAST_HEARD = 250;

    private final ScreenPop pop;
    private final Store store;
    private final FailureLimits limits;
    private final CallerFacts facts;
    private final String homeRegion;
    private final Loop loop;
    private final Executor background;
    private final Timekeeper time;
    private final Subscribers<Seen> subscribers = new Subscribers<>();
    private final Map<CallId, Caller> callers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Caller> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /** What was told of calls that have not rung yet. */
    private final Map<CallId, List<Evidence>> early = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, List<Evidence>> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /** Where failures are kept, and where contacts are found. */
    public record Store(Failures failures, Contacts contacts, StoreQueue queue) {}

    /** Something went wrong in a call at hand. */
    public record Seen(CallId call, Failure failure) {}

    private static final class Caller {
        private final Call call;
        private boolean lookedBack;

        Caller(Call call) {
            this.call = call;
        }
    }

    /**
     * @param homeRegion ISO 3166 country whose national numbers are understood
     * @param background where the store is asked: virtual threads
     */
    public FailureWatch(
            CallControl phone,
            ScreenPop pop,
            Store store,
            FailureLimits limits,
            String homeRegion,
            Loop loop,
            Executor background,
            Timekeeper time) {
        this.pop = pop;
        this.store = store;
        this.limits = limits;
        facts = new CallerFacts(limits);
        this.homeRegion = homeRegion;
        this.loop = loop;
        this.background = background;
        this.time = time;
        phone.onCallEvent(this::heard);
        pop.onPop(this::popped);
    }

    public Cancellable onSeen(Consumer<Seen> listener) {
        return subscribers.add(listener);
    }

    private void heard(CallEvent event) {
        Call call = event.call();
        switch (event) {
            case CallEvent.Delivered d
            when call.direction() == Direction.INBOUND -> {
                remember(call);
                Optional.ofNullable(early.remove(call.id())).stream()
                        .flatMap(List::stream)
                        .forEach(evidence -> see(call.id(), evidence));
                pop.of(call.id()).ifPresent(this::popped);
            }
            case CallEvent.Originated o -> remember(call);
            case CallEvent.ConnectionCleared(var c, ClearCause cause) ->
                call.answered()
                        .flatMap(at -> CallerFacts.dropped(call.id(), Duration.between(at, time.now()), cause))
                        .ifPresent(evidence -> see(call.id(), evidence));
            default -> {}
        }
    }

    private void remember(Call call) {
        callers.put(call.id(), new Caller(call));
    }

    /** Only to show it, once it is known who calls: it is written when the contact closes. */
    private void popped(PopState state) {
        Caller caller = callers.get(state.call());
        if (caller == null || caller.lookedBack || caller.call.direction() == Direction.OUTBOUND) return;
        switch (state) {
            case PopState.Known(var call, var party, var profile) -> lookBack(caller, Optional.of(profile.id()));
            case PopState.Unknown(var call, var party, var number)
            when number.isPresent() -> lookBack(caller, Optional.empty());
            default -> {}
        }
    }

    private void lookBack(Caller caller, Optional<UUID> customer) {
        caller.lookedBack = true;
        Call call = caller.call;
        background.execute(() -> {
            try {
                facts.calledAgain(call.id(), call.began(), customer, number(call), store.contacts())
                        .ifPresent(evidence -> loop.execute(() -> see(call.id(), evidence)));
            } catch (RuntimeException e) {
                LOG.info("call {}: whether they called before could not be looked up: {}", call.id(), e.toString());
            }
        });
    }

    private Optional<PhoneNumber> number(Call call) {
        return call.remote().number(homeRegion);
    }

    /** A call from a queue rings here. It may be told before the call itself is. */
    public void offered(CallId call, String queue, Duration waited) {
        facts.longWait(call, queue, waited).ifPresent(evidence -> soonOrNow(call, evidence));
    }

    private void see(CallId call, Evidence evidence) {
        caller(call)
                .map(number -> Failure.of(evidence, time.now(), Optional.empty(), Optional.of(number)))
                .ifPresent(failure -> subscribers.publish(new Seen(call, failure)));
    }

    private Optional<PhoneNumber> caller(CallId call) {
        return Optional.ofNullable(callers.get(call)).flatMap(caller -> number(caller.call));
    }

    /** A caller left the queue unanswered. @param uniqueId names that caller's way through the queue to every desk */
    public void gaveUp(String uniqueId, String queue, String callerNumber, Duration waited) {
        Optional<PhoneNumber> number = PhoneNumber.parse(callerNumber, homeRegion);
        if (number.isEmpty() || uniqueId.isEmpty() || waited.compareTo(limits.giveUp()) < 0) return;
        keep(Failure.of(new GaveUp(uniqueId, queue, waited), time.now(), Optional.empty(), number));
    }

    /**
     * A caller was passed on.
     *
     * @param way names that caller's way through the house to every desk
     * @param call which rings here, where they were passed on to this desk
     */
    public void passedOn(String way, String callerNumber, int times, Optional<CallId> call) {
        Optional<PhoneNumber> number = PhoneNumber.parse(callerNumber, homeRegion);
        if (times < limits.transfers() || number.isEmpty() || way.isEmpty()) return;
        var evidence = new ThirdTransfer(way, call.orElseGet(() -> new CallId(way)), times);
        keep(Failure.of(evidence, time.now(), Optional.empty(), number));
        call.ifPresent(here -> soonOrNow(here, evidence));
    }

    private void soonOrNow(CallId call, Evidence evidence) {
        if (callers.containsKey(call)) see(call, evidence);
        else early.computeIfAbsent(call, c -> new ArrayList<>()).add(evidence);
    }

    /**
     * The media of a call ended.
     *
     * @param received packets of the far end's voice
     * @param lossPercent of it that was not heard here
     */
    public void heardAs(CallId call, long received, double lossPercent) {
        heardBadly(call, received, lossPercent, Hearing.AGENT);
    }

    /**
     * The same as the customer's side reports it.
     *
     * @param received packets of the far end's voice, since a call that hardly was is not judged
     * @param lossPercent of ours that did not come there
     */
    public void heardThereAs(CallId call, long received, double lossPercent) {
        heardBadly(call, received, lossPercent, Hearing.CUSTOMER);
    }

    private void heardBadly(CallId call, long received, double lossPercent, Hearing hearing) {
        boolean fine = received < LEAST_HEARD || lossPercent < limits.lossPercent();
        if (fine || caller(call).isEmpty()) return;
        var evidence = new BadlyHeard(call, lossPercent, hearing);
        Failure failure = Failure.of(evidence, time.now(), Optional.empty(), caller(call));
        keep(failure);
        subscribers.publish(new Seen(call, failure));
    }

    private void keep(Failure failure) {
        store.queue().put(failure.id(), () -> store.failures().add(failure));
    }

    /** A contact closes: in its transaction, on the store's thread. */
    public void closing(Contact contact) {
        Optional<PhoneNumber> number = PhoneNumber.parse(contact.number(), homeRegion);
        if (contact.answered().isEmpty() || contact.customer().isEmpty() && number.isEmpty()) return;
        var call = new CallId(contact.call());
        for (Evidence evidence : shownBy(contact, call, number))
            store.failures().add(Failure.of(evidence, happened(contact, evidence), contact.customer(), number));
    }

    private List<Evidence> shownBy(Contact contact, CallId call, Optional<PhoneNumber> number) {
        var shown = new ArrayList<Evidence>();
        Instant answered = contact.answered().orElseThrow();
        Instant ended = contact.ended().orElse(answered);
        contact.cause()
                .flatMap(cause -> CallerFacts.dropped(call, Duration.between(answered, ended), cause))
                .ifPresent(shown::add);
        if (contact.direction() == Direction.OUTBOUND) return shown;
        facts.longWait(call, contact.queue(), contact.waited()).ifPresent(shown::add);
        Optional<UUID> customer = contact.customer();
        facts.calledAgain(call, contact.began(), customer, number, store.contacts())
                .ifPresent(shown::add);
        return shown;
    }

    private static Instant happened(Contact contact, Evidence evidence) {
        return evidence instanceof Evidence.Dropped ? contact.ended().orElse(contact.began()) : contact.began();
    }
}
