package amends.recovery;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.telephony.Outcome;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Callbacks for another thread than the call loop. A request returns before the loop has seen it, so it is always
 * Accepted here; what the loop made of it otherwise is told to the refusals' listener, on the listeners' executor.
 */
public final class PostingCallbackHandling implements CallbackHandling {
    private final CallbackHandling handling;
    private final Executor calls;
    private final Executor listeners;
    private final Consumer<Outcome> refusals;
    private final Subscribers<CallbackBoard> subscribers = new Subscribers<>();
    private volatile CallbackBoard board;

    /** To be made on the call loop. */
    public PostingCallbackHandling(
            CallbackHandling handling, Executor calls, Executor listeners, Consumer<Outcome> refusals) {
        this.handling = handling;
        this.calls = calls;
        this.listeners = listeners;
        this.refusals = refusals;
        board = handling.board();
        handling.onChange(now -> listeners.execute(() -> {
            board = now;
            subscribers.publish(now);
        }));
    }

    @Override
    public CallbackBoard board() {
        return board;
    }

    @Override
    public Outcome begin(UUID callback) {
        calls.execute(() -> {
            Outcome outcome = handling.begin(callback);
            if (!(outcome instanceof Outcome.Accepted)) listeners.execute(() -> refusals.accept(outcome));
        });
        return Outcome.ACCEPTED;
    }

    @Override
    public void outcome(UUID callback, CallbackOutcome outcome) {
        calls.execute(() -> handling.outcome(callback, outcome));
    }

    @Override
    public void refresh() {
        calls.execute(handling::refresh);
    }

    @Override
    public Cancellable onChange(Consumer<CallbackBoard> listener) {
        return subscribers.add(listener);
    }
}
