package amends.telephony;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Adds the hops of threads: requests go to the call loop, events come back on another executor (a screen's). Because a
 * request returns before the loop has seen it, it is always Accepted here; what the loop made of it otherwise is told
 * to the refusals' listener, on the events' executor.
 */
public final class PostingCallControl implements CallControl {
    private final CallControl phone;
    private final Executor requests;
    private final Executor events;
    private final Consumer<Outcome> refusals;
    private final Subscribers<CallEvent> listeners = new Subscribers<>();
    private volatile List<Call> calls;

    /** To be made on the call loop, where the phone's methods may be called. */
    public PostingCallControl(CallControl phone, Executor requests, Executor events, Consumer<Outcome> refusals) {
        this.phone = phone;
        this.requests = requests;
        this.events = events;
        this.refusals = refusals;
        this.calls = phone.calls();
        phone.onCallEvent(event -> {
            List<Call> now = phone.calls();
            events.execute(() -> {
                calls = now;
                listeners.publish(event);
            });
        });
    }

    @Override
    public Outcome answer(CallId call) {
        return post(() -> phone.answer(call));
    }

    @Override
    public Outcome reject(CallId call) {
        return post(() -> phone.reject(call));
    }

    @Override
    public Outcome hold(CallId call) {
        return post(() -> phone.hold(call));
    }

    @Override
    public Outcome retrieve(CallId call) {
        return post(() -> phone.retrieve(call));
    }

    @Override
    public Outcome clear(CallId call) {
        return post(() -> phone.clear(call));
    }

    @Override
    public Outcome mute(CallId call, boolean muted) {
        return post(() -> phone.mute(call, muted));
    }

    @Override
    public Outcome sendDigits(CallId call, String digits) {
        return post(() -> phone.sendDigits(call, digits));
    }

    @Override
    public Outcome dial(String destination) {
        return post(() -> phone.dial(destination));
    }

    @Override
    public Outcome dial(String destination, ShownAs shown) {
        return post(() -> phone.dial(destination, shown));
    }

    @Override
    public Outcome redirect(CallId call, String destination) {
        return post(() -> phone.redirect(call, destination));
    }

    @Override
    public Outcome transfer(CallId call, String destination) {
        return post(() -> phone.transfer(call, destination));
    }

    @Override
    public Outcome connect(CallId call, CallId consulted) {
        return post(() -> phone.connect(call, consulted));
    }

    @Override
    public Outcome confer(CallId one, CallId other) {
        return post(() -> phone.confer(one, other));
    }

    @Override
    public Outcome part(CallId call) {
        return post(() -> phone.part(call));
    }

    @Override
    public Outcome decide(CallId call, boolean go) {
        return post(() -> phone.decide(call, go));
    }

    /** As they were at the last event told here. */
    @Override
    public List<Call> calls() {
        return calls;
    }

    /** Own it on the events' thread: what {@link #calls} says is then never older or newer than what was told. */
    @Override
    public Cancellable onCallEvent(Consumer<CallEvent> listener) {
        return listeners.add(listener);
    }

    private Outcome post(Supplier<Outcome> request) {
        requests.execute(() -> {
            Outcome outcome = request.get();
            if (!(outcome instanceof Outcome.Accepted)) events.execute(() -> refusals.accept(outcome));
        });
        return Outcome.ACCEPTED;
    }
}
