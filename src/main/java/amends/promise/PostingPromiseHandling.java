package amends.promise;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.promise.PromiseMaking.Outcome.Refused;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Promises for another thread than the call loop: what is asked hops to the loop, what is told to the listeners'. */
public final class PostingPromiseHandling implements PromiseHandling {
    private final PromiseHandling handling;
    private final Executor calls;
    private final Subscribers<PromiseBoard> subscribers = new Subscribers<>();
    private volatile PromiseBoard board;

    /** To be made on the call loop. @param listeners where listeners are told, for instance the EDT */
    public PostingPromiseHandling(PromiseHandling handling, Executor calls, Executor listeners) {
        this.handling = handling;
        this.calls = calls;
        board = handling.board();
        handling.onChange(now -> listeners.execute(() -> {
            board = now;
            subscribers.publish(now);
        }));
    }

    @Override
    public PromiseBoard board() {
        return board;
    }

    @Override
    public PromiseRules rules() {
        return handling.rules();
    }

    @Override
    public DueSuggesting.Suggestion suggest(PromiseKind kind, PromiseOwner owner) {
        return handling.suggest(kind, owner);
    }

    @Override
    public Optional<Refused> refusal(PromiseWish wish) {
        return handling.refusal(wish);
    }

    @Override
    public void make(PromiseWish wish) {
        calls.execute(() -> handling.make(wish));
    }

    @Override
    public void step(UUID promise, PromiseStep step) {
        calls.execute(() -> handling.step(promise, step));
    }

    @Override
    public void refresh() {
        calls.execute(handling::refresh);
    }

    @Override
    public Cancellable onChange(Consumer<PromiseBoard> listener) {
        return subscribers.add(listener);
    }
}
