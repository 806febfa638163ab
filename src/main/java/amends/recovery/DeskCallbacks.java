package amends.recovery;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.contact.ContactKeeping.ContactEvent;
import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.PhoneNumber;
import amends.kernel.StoreQueue;
import amends.kernel.Subscribers;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Direction;
import amends.telephony.Outcome;
import amends.telephony.ShownAs;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member's callbacks at one desk. The list is read in the background; what is done to it is decided on the call
 * loop and written behind it.
 */
public final class DeskCallbacks implements CallbackHandling {
    private static final Logger LOG = LoggerFactory.getLogger(DeskCallbacks.class);
    /** How often others' changes are looked for. */
    private static final Duration EVERY = Duration.ofSeconds(20);

    private static final int MOST = 100;
    private final StaffMember member;
    private final CallControl calls;
    private final ContactKeeping contacts;
    private final Callbacks store;
    private final CallbackActs acts;
    private final Threads threads;
    private final String homeRegion;
    private final Subscribers<CallbackBoard> subscribers = new Subscribers<>();
    private final Map<CallId, CallbackInHand> inHand = new LinkedHashMap<>();
    private final UnaryOperator<List<CallbackTask>> order;
    private List<CallbackTask> mine = List.of();
    private ShownAs shown = ShownAs.OWN;
    private Optional<CallbackTask> dialling = Optional.empty();
    private CallbackBoard told = CallbackBoard.EMPTY;
    private boolean away;
    private boolean reading;
    private boolean readAgain;

    /** @param background where the store is read @param queue by which it is written, in order */
    public record Threads(Loop loop, Executor background, StoreQueue queue) {}

    /**
     * To be made after the keeping of contacts, which is to hear of each call first.
     *
     * @param homeRegion ISO 3166 country whose national numbers are understood
     */
    public DeskCallbacks(
            StaffMember member,
            CallControl calls,
            ContactKeeping contacts,
            Callbacks store,
            CallbackActs acts,
            Threads threads,
            String homeRegion) {
        this(member, calls, contacts, store, acts, threads, homeRegion, tasks -> tasks);
    }

    /** @param order in which they are made; blocks, so it is asked in the background */
    public DeskCallbacks(
            StaffMember member,
            CallControl calls,
            ContactKeeping contacts,
            Callbacks store,
            CallbackActs acts,
            Threads threads,
            String homeRegion,
            UnaryOperator<List<CallbackTask>> order) {
        this.order = order;
        this.member = member;
        this.calls = calls;
        this.contacts = contacts;
        this.store = store;
        this.acts = acts;
        this.threads = threads;
        this.homeRegion = homeRegion;
        calls.onCallEvent(this::heard);
        contacts.onContact(this::heard);
    }

    /** Takes back what an earlier run of this member's desk was calling, and reads the list from then on. */
    public void open() {
        if (!Permission.HANDLE_CALLBACK.isGivenTo(member)) return;
        threads.queue.put("callbacks of " + member.id(), () -> {
            acts.takeBack(member);
            threads.loop.execute(this::refresh);
        });
        refresh();
        readRegularly();
    }

    private void readRegularly() {
        threads.loop.after(EVERY, () -> {
            refresh();
            readRegularly();
        });
    }

    /** Callbacks are made under this number from now on. Call loop. */
    public void callAs(ShownAs number) {
        shown = number;
    }

    @Override
    public CallbackBoard board() {
        return told;
    }

    @Override
    public Outcome begin(UUID callback) {
        if (!Permission.HANDLE_CALLBACK.isGivenTo(member)) return new Outcome.Rejected("this seat makes no callbacks");
        Optional<CallbackTask> task =
                mine.stream().filter(t -> t.callback().id().equals(callback)).findFirst();
        if (task.isEmpty()) return new Outcome.Rejected("there is no such callback of yours");
        if (!calls.calls().isEmpty()) return new Outcome.Rejected("there is a call already");
        if (inHand.values().stream().anyMatch(each -> !each.written))
            return new Outcome.Rejected("the last callback is not written up");
        if (task.get().callback().state() != Callback.State.SCHEDULED)
            return new Outcome.Rejected("it is being made already");
        dialling = task;
        Outcome outcome = calls.dial(task.get().callback().number().e164(), shown);
        if (!(outcome instanceof Outcome.Accepted)) dialling = Optional.empty();
        return outcome;
    }

    @Override
    public void outcome(UUID callback, CallbackOutcome outcome) {
        for (CallbackInHand each : inHand.values())
            if (each.callback().equals(callback) && each.talked && !each.written) each.chosen = Optional.of(outcome);
        tell();
    }

    private void heard(CallEvent event) {
        Call call = event.call();
        CallbackInHand own = inHand.get(call.id());
        switch (event) {
            case CallEvent.Originated o -> originated(call);
            case CallEvent.Established e
            when own != null -> {
                own.talked = true;
                tell();
            }
            case CallEvent.ConnectionCleared c
            when own != null -> {
                own.ended = Optional.of(acts.time().now());
                boolean writtenUp = own.talked && contacts.of(call.id()).isPresent();
                if (!writtenUp) write(own);
                tell();
            }
            default -> {}
        }
    }

    /** The call that was asked for says so itself: between asking and this there is no other of the same number. */
    private void originated(Call call) {
        boolean ours = call.direction() == Direction.OUTBOUND
                && dialling.map(t -> t.callback().number())
                        .filter(number -> isTo(call, number))
                        .isPresent();
        if (!ours) return;
        var begun = new CallbackInHand(call.id(), dialling.get(), acts.time().now());
        dialling = Optional.empty();
        inHand.put(call.id(), begun);
        threads.queue.put("begin " + begun.id, () -> acts.begin(begun.callback(), begun.began));
        tell();
    }

    private boolean isTo(Call call, PhoneNumber number) {
        return call.remote().number(homeRegion).equals(Optional.of(number))
                || call.remote().user().equals(number.e164());
    }

    private void heard(ContactEvent event) {
        if (!(event instanceof ContactEvent.ContactClosed(var contact))) return;
        CallbackInHand own = inHand.get(new CallId(contact.call()));
        if (own != null && own.talked) write(own);
    }

    /** The agent leaves: what was talked and not written up is kept with what was said of it. */
    public void leave() {
        for (CallbackInHand each : List.copyOf(inHand.values())) write(each);
    }

    private void write(CallbackInHand own) {
        if (own.written) return;
        own.written = true;
        var attempt = new CallbackAttempt(
                own.id,
                own.callback(),
                member.id(),
                contacts.of(own.call).map(Contact::id),
                own.began,
                own.ended.orElseGet(() -> acts.time().now()),
                own.talked ? own.chosen.orElse(CallbackOutcome.NOT_SETTLED) : CallbackOutcome.NOT_REACHED);
        threads.queue.put("end " + own.id, () -> {
            acts.end(attempt);
            threads.loop.execute(() -> written(own));
        });
    }

    private void written(CallbackInHand own) {
        inHand.remove(own.call);
        mine = mine.stream()
                .filter(t -> !t.callback().id().equals(own.callback()))
                .toList();
        tell();
        refresh();
    }

    @Override
    public void refresh() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        threads.background.execute(() -> {
            try {
                List<CallbackTask> read = order.apply(store.openOf(member.id(), MOST));
                threads.loop.execute(() -> read(read, false));
            } catch (RuntimeException e) {
                LOG.debug("the callbacks cannot be read: {}", e.toString());
                threads.loop.execute(() -> read(mine, true));
            }
        });
    }

    private void read(List<CallbackTask> read, boolean failed) {
        reading = false;
        mine = read;
        away = failed;
        tell();
        if (!readAgain) return;
        readAgain = false;
        refresh();
    }

    private void tell() {
        var now = new CallbackBoard(
                mine, inHand.values().stream().map(CallbackInHand::seen).toList(), away);
        if (now.equals(told)) return;
        told = now;
        subscribers.publish(now);
    }

    @Override
    public Cancellable onChange(Consumer<CallbackBoard> listener) {
        return subscribers.add(listener);
    }
}
