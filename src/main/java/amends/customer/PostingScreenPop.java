package amends.customer;

import amends.kernel.Cancellable;
import amends.telephony.CallId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The screen pop for another thread than the call loop: what is asked hops to the loop, what is told hops to the
 * listeners' thread, and {@link #of} answers from what was told last.
 */
public final class PostingScreenPop implements ScreenPop {
    private static final int MOST_SHOWN = 64;
    private final ScreenPop pop;
    private final Executor calls;
    private final Executor listeners;
    private final Map<CallId, PopState> shown = new ConcurrentHashMap<>();

    /** @param calls the call loop @param listeners where listeners and results are told, for instance the EDT */
    public PostingScreenPop(ScreenPop pop, Executor calls, Executor listeners) {
        this.pop = pop;
        this.calls = calls;
        this.listeners = listeners;
        pop.onPop(this::keep);
    }

    private void keep(PopState state) {
        shown.keySet()
                .removeIf(call -> shown.size() > MOST_SHOWN && pop.of(call).isEmpty());
        shown.put(state.call(), state);
    }

    @Override
    public Optional<PopState> of(CallId call) {
        return Optional.ofNullable(shown.get(call));
    }

    @Override
    public void save(CallId call, Filled filled, Consumer<Saved> result) {
        calls.execute(() -> pop.save(call, filled, saved -> listeners.execute(() -> result.accept(saved))));
    }

    @Override
    public Cancellable onPop(Consumer<PopState> listener) {
        return pop.onPop(state -> listeners.execute(() -> listener.accept(state)));
    }
}
