package amends.contact;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.Outcome;
import amends.telephony.Party;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A phone whose calls happen as the test tells them; on the thread that tells. */
public final class CallScript implements CallControl {
    private final Subscribers<CallEvent> subscribers = new Subscribers<>();
    private final Map<CallId, Call> calls = new HashMap<>();
    private final Timekeeper time;

    public CallScript(Timekeeper time) {
        this.time = time;
    }

    public CallId rings(String call, String from) {
        Call ringing = begun(call, Direction.INBOUND, from, ConnectionState.ALERTING);
        subscribers.publish(new CallEvent.Delivered(ringing));
        return ringing.id();
    }

    public CallId isDialled(String call, String to) {
        Call dialled = begun(call, Direction.OUTBOUND, to, ConnectionState.INITIATED);
        subscribers.publish(new CallEvent.Originated(dialled));
        return dialled.id();
    }

    private Call begun(String id, Direction direction, String party, ConnectionState state) {
        var call =
                new Call(new CallId(id), direction, new Party(party, ""), state, time.now(), Optional.empty(), false);
        calls.put(call.id(), call);
        return call;
    }

    public void ringsAtTheFarEnd(CallId id) {
        subscribers.publish(new CallEvent.Delivered(calls.get(id)));
    }

    public void isAnswered(CallId id) {
        Call before = calls.get(id);
        var now = new Call(
                id,
                before.direction(),
                before.remote(),
                ConnectionState.CONNECTED,
                before.began(),
                Optional.of(time.now()),
                false);
        calls.put(id, now);
        subscribers.publish(new CallEvent.Established(now));
    }

    /** The exchange connects it with somebody else. */
    public void isConnectedWith(CallId id, String party) {
        Call before = calls.get(id);
        var now = new Call(
                id,
                before.direction(),
                new Party(party, ""),
                before.state(),
                before.began(),
                before.answered(),
                before.muted());
        calls.put(id, now);
        subscribers.publish(new CallEvent.PartyChanged(now));
    }

    public void ends(CallId id, ClearCause cause) {
        subscribers.publish(new CallEvent.ConnectionCleared(calls.remove(id), cause));
    }

    @Override
    public List<Call> calls() {
        return List.copyOf(calls.values());
    }

    @Override
    public Cancellable onCallEvent(Consumer<CallEvent> listener) {
        return subscribers.add(listener);
    }

    @Override
    public Outcome answer(CallId call) {
        return unscripted();
    }

    @Override
    public Outcome reject(CallId call) {
        return unscripted();
    }

    @Override
    public Outcome hold(CallId call) {
        return unscripted();
    }

    @Override
    public Outcome retrieve(CallId call) {
        return unscripted();
    }

    @Override
    public Outcome clear(CallId call) {
        return unscripted();
    }

    @Override
    public Outcome mute(CallId call, boolean muted) {
        return unscripted();
    }

    @Override
    public Outcome sendDigits(CallId call, String digits) {
        return unscripted();
    }

    @Override
    public Outcome redirect(CallId call, String destination) {
        return unscripted();
    }

    @Override
    public Outcome transfer(CallId call, String destination) {
        return unscripted();
    }

    @Override
    public Outcome connect(CallId call, CallId consulted) {
        return unscripted();
    }

    @Override
    public Outcome confer(CallId one, CallId other) {
        return unscripted();
    }

    @Override
    public Outcome part(CallId call) {
        return unscripted();
    }

    @Override
    public Outcome decide(CallId call, boolean go) {
        return unscripted();
    }

    @Override
    public Outcome dial(String destination) {
        return unscripted();
    }

    private static Outcome unscripted() {
        return new Outcome.Rejected("not in the script");
    }
}
