package amends.acd;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.Outcome;
import amends.telephony.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A phone whose calls happen when the test says so. */
final class ScriptedPhone implements CallControl {
    private final Subscribers<CallEvent> listeners = new Subscribers<>();
    final List<Call> calls = new ArrayList<>();
    final List<CallId> cleared = new ArrayList<>();
    final List<String> digits = new ArrayList<>();

    static Call call(String id, Direction direction, ConnectionState state) {
        return new Call(
                new CallId(id), direction, new Party("13800138000", ""), state, Instant.EPOCH, Optional.empty(), false);
    }

    void rings(String id) {
        listeners.publish(new CallEvent.Delivered(call(id, Direction.INBOUND, ConnectionState.ALERTING)));
    }

    void dials(String id) {
        listeners.publish(new CallEvent.Originated(call(id, Direction.OUTBOUND, ConnectionState.INITIATED)));
    }

    void answered(String id) {
        listeners.publish(new CallEvent.Established(call(id, Direction.INBOUND, ConnectionState.CONNECTED)));
    }

    void ended(String id, ClearCause cause) {
        listeners.publish(new CallEvent.ConnectionCleared(call(id, Direction.INBOUND, ConnectionState.NULL), cause));
    }

    @Override
    public Outcome answer(CallId call) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome reject(CallId call) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome hold(CallId call) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome retrieve(CallId call) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome clear(CallId call) {
        cleared.add(call);
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome mute(CallId call, boolean muted) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome sendDigits(CallId call, String digits) {
        this.digits.add(digits);
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome redirect(CallId call, String destination) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome transfer(CallId call, String destination) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome connect(CallId call, CallId consulted) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome confer(CallId one, CallId other) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome part(CallId call) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome decide(CallId call, boolean go) {
        return Outcome.ACCEPTED;
    }

    @Override
    public Outcome dial(String destination) {
        return Outcome.ACCEPTED;
    }

    @Override
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Cancellable onCallEvent(Consumer<CallEvent> listener) {
        return listeners.add(listener);
    }
}
