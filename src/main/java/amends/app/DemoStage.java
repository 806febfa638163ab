package amends.app;

import amends.acd.AgentState;
import amends.contact.Contact;
import amends.contact.ContactKeeping.ContactEvent;
import amends.customer.PopState;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.LineState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the demo sees of the desk, as events come in: the newest inbound call, its profile, its contact, the states. */
final class DemoStage {
    private final Desk desk;
    private final Timekeeper time;
    private final Map<CallId, Call> calls = new ConcurrentHashMap<>();
    private final Map<CallId, Double> ringMillis = new ConcurrentHashMap<>();
    private final Map<CallId, PopState> pops = new ConcurrentHashMap<>();
    private final Map<CallId, Double> popMillis = new ConcurrentHashMap<>();
    private final Map<CallId, Contact> contacts = new ConcurrentHashMap<>();
    private final Map<CallId, Contact> closed = new ConcurrentHashMap<>();
    private volatile Optional<CallId> newest = Optional.empty();
    private volatile AgentState state;
    private volatile LineState line;

    /** @param screen stands for the screen's thread: what it sees is what a window could paint */
    DemoStage(Desk desk, PlatformLoop screen, Timekeeper time) {
        this.desk = desk;
        this.time = time;
        state = desk.session.state();
        line = desk.phone.state();
        desk.loop.execute(() -> {
            desk.phone.onCallEvent(event -> screen.execute(() -> call(event)));
            desk.phone.onChange(now -> line = now);
            desk.session.onState(now -> state = now);
            desk.pop.onPop(pop -> screen.execute(() -> popped(pop)));
            desk.contacts.onContact(this::contact);
            line = desk.phone.state();
            state = desk.session.state();
        });
    }

    private void call(CallEvent event) {
        Call call = event.call();
        calls.put(call.id(), call);
        if (!(event instanceof CallEvent.Delivered) || call.direction() != Direction.INBOUND) return;
        ringMillis.put(call.id(), since(call));
        newest = Optional.of(call.id());
    }

    private void popped(PopState pop) {
        if (!(pop instanceof PopState.Looking) && calls.containsKey(pop.call()))
            popMillis.putIfAbsent(pop.call(), since(calls.get(pop.call())));
        pops.put(pop.call(), pop);
    }

    private double since(Call call) {
        return Duration.between(call.began(), time.now()).toNanos() / 1e6;
    }

    private void contact(ContactEvent event) {
        var call = new CallId(event.contact().call());
        contacts.put(call, event.contact());
        if (event instanceof ContactEvent.ContactClosed) closed.put(call, event.contact());
    }

    /** Forgets the last call, so that the next one is seen as new. */
    void expectCall() {
        newest = Optional.empty();
    }

    Optional<CallId> newest() {
        return newest;
    }

    Call call(CallId id) {
        return calls.get(id);
    }

    boolean is(CallId call, ConnectionState wanted) {
        return calls.containsKey(call) && calls.get(call).state() == wanted;
    }

    Optional<PopState> pop(CallId call) {
        return Optional.ofNullable(pops.get(call));
    }

    double ringMillis(CallId call) {
        return ringMillis.get(call);
    }

    double popMillis(CallId call) {
        return popMillis.get(call);
    }

    Optional<Contact> contact(CallId call) {
        return Optional.ofNullable(contacts.get(call));
    }

    boolean closed(CallId call) {
        return closed.containsKey(call);
    }

    AgentState state() {
        return state;
    }

    LineState line() {
        return line;
    }

    /** Has the desk do something where such things are done. */
    void onLoop(Runnable act) {
        desk.loop.execute(act);
    }
}
