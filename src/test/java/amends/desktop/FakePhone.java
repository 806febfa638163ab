package amends.desktop;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.CallMarks;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.ShownAs;
import amends.telephony.Transfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A phone that does at once what it is told, and lets a test play the far end. */
public final class FakePhone implements CallControl {
    private final Timekeeper time;
    private final Map<CallId, Call> calls = new LinkedHashMap<>();
    private final Subscribers<CallEvent> events = new Subscribers<>();
    public final List<String> asked = new ArrayList<>();
    public ShownAs lastShown = ShownAs.OWN;
    public Outcome next = Outcome.ACCEPTED;

    public FakePhone(Timekeeper time) {
        this.time = time;
    }

    public CallId rings(String callId, String number, String displayName) {
        var id = new CallId(callId);
        tell(new CallEvent.Delivered(keep(new Call(
                id,
                Direction.INBOUND,
                new Party(number, displayName),
                ConnectionState.ALERTING,
                time.now(),
                Optional.empty(),
                false))));
        return id;
    }

    /** Rings, and the exchange wants it answered at once. */
    public CallId ringsToBeAnswered(String callId, String number) {
        return rings(callId, number, CallMarks.NONE.answeredWithin(Optional.of(Duration.ZERO)));
    }

    /** Rings, and the exchange wants a person to answer. */
    public CallId ringsForTheAgent(String callId, String number) {
        return rings(callId, number, CallMarks.NONE.answeredByAgent(true));
    }

    private CallId rings(String callId, String number, CallMarks marks) {
        var id = new CallId(callId);
        tell(new CallEvent.Delivered(keep(new Call(
                id,
                Direction.INBOUND,
                new Party(number, ""),
                ConnectionState.ALERTING,
                time.now(),
                Optional.empty(),
                false,
                marks))));
        return id;
    }

    public void farEndClears(CallId id, ClearCause cause) {
        Call call = calls.remove(id);
        tell(new CallEvent.ConnectionCleared(with(call, ConnectionState.NULL, call.muted()), cause));
    }

    public void farEndAnswers(CallId id) {
        tell(new CallEvent.Established(keep(answered(calls.get(id)))));
    }

    private Call keep(Call call) {
        calls.put(call.id(), call);
        return call;
    }

    private void tell(CallEvent event) {
        events.publish(event);
    }

    private Call answered(Call c) {
        return new Call(
                c.id(),
                c.direction(),
                c.remote(),
                ConnectionState.CONNECTED,
                c.began(),
                Optional.of(time.now()),
                false);
    }

    private static Call with(Call c, ConnectionState state, boolean muted) {
        return new Call(c.id(), c.direction(), c.remote(), state, c.began(), c.answered(), muted, c.marks());
    }

    private boolean accepts(String request) {
        asked.add(request);
        return next instanceof Outcome.Accepted;
    }

    @Override
    public Outcome answer(CallId id) {
        if (accepts("answer " + id)) farEndAnswers(id);
        return next;
    }

    @Override
    public Outcome reject(CallId id) {
        if (accepts("reject " + id)) farEndClears(id, ClearCause.REJECTED);
        return next;
    }

    @Override
    public Outcome hold(CallId id) {
        if (accepts("hold " + id))
            tell(new CallEvent.Held(
                    keep(with(calls.get(id), ConnectionState.HOLD, calls.get(id).muted()))));
        return next;
    }

    @Override
    public Outcome retrieve(CallId id) {
        if (accepts("retrieve " + id))
            tell(new CallEvent.Retrieved(keep(
                    with(calls.get(id), ConnectionState.CONNECTED, calls.get(id).muted()))));
        return next;
    }

    @Override
    public Outcome clear(CallId id) {
        if (accepts("clear " + id)) farEndClears(id, ClearCause.LOCAL_HANGUP);
        return next;
    }

    @Override
    public Outcome mute(CallId id, boolean muted) {
        if (accepts("mute " + id + " " + muted))
            tell(new CallEvent.MuteChanged(
                    keep(with(calls.get(id), calls.get(id).state(), muted))));
        return next;
    }

    @Override
    public Outcome sendDigits(CallId id, String digits) {
        accepts("digits " + digits);
        return next;
    }

    @Override
    public Outcome dial(String destination, ShownAs shown) {
        lastShown = shown;
        return dial(destination);
    }

    @Override
    public Outcome dial(String destination) {
        if (accepts("dial " + destination))
            tell(new CallEvent.Originated(keep(new Call(
                    new CallId("out-" + destination),
                    Direction.OUTBOUND,
                    new Party(destination, ""),
                    ConnectionState.INITIATED,
                    time.now(),
                    Optional.empty(),
                    false))));
        return next;
    }

    @Override
    public Outcome redirect(CallId id, String destination) {
        if (accepts("redirect " + id + " " + destination)) farEndClears(id, ClearCause.REDIRECTED);
        return next;
    }

    @Override
    public Outcome transfer(CallId id, String destination) {
        if (accepts("transfer " + id + " " + destination))
            passes(id, Transfer.asked(new Party(destination, ""), Optional.empty()));
        return next;
    }

    @Override
    public Outcome connect(CallId id, CallId consulted) {
        if (accepts("connect " + id + " " + consulted))
            passes(id, Transfer.asked(calls.get(consulted).remote(), Optional.of(consulted)));
        return next;
    }

    @Override
    public Outcome confer(CallId one, CallId other) {
        if (accepts("confer " + one + " " + other))
            for (CallId id : List.of(one, other)) {
                keep(with(calls.get(id), ConnectionState.CONNECTED, false));
                marks(id, calls.get(id).marks().conferring(true));
            }
        return next;
    }

    @Override
    public Outcome part(CallId id) {
        if (accepts("part " + id))
            for (Call call : List.copyOf(calls.values()))
                marks(call.id(), call.marks().conferring(false));
        return next;
    }

    @Override
    public Outcome decide(CallId id, boolean go) {
        if (accepts("decide " + id + " " + go)) marks(id, calls.get(id).marks().askedFor(Optional.empty()));
        return next;
    }

    /** What is told of a transfer. */
    public void passes(CallId id, Transfer transfer) {
        marks(id, calls.get(id).marks().passing(Optional.of(transfer)));
    }

    public void marks(CallId id, CallMarks marks) {
        tell(new CallEvent.MarksChanged(keep(calls.get(id).marked(marks))));
    }

    @Override
    public List<Call> calls() {
        return List.copyOf(calls.values());
    }

    @Override
    public Cancellable onCallEvent(Consumer<CallEvent> listener) {
        return events.add(listener);
    }
}
