package amends.readiness;

import amends.kernel.Cancellable;
import amends.readiness.PlanWatch.State;
import amends.telephony.CallId;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The plans of a desk for another thread than the call loop; {@link #state} answers what was told last. */
public final class PostingPlanWatch implements PlanFeed {
    private final PlanWatch watch;
    private final Executor calls;
    private final Executor listeners;
    private final AtomicReference<State> last;

    /** Made on the call loop. @param calls the call loop @param listeners where it is told, for instance the EDT */
    public PostingPlanWatch(PlanWatch watch, Executor calls, Executor listeners) {
        this.watch = watch;
        this.calls = calls;
        this.listeners = listeners;
        last = new AtomicReference<>(watch.state());
        watch.onState(last::set);
    }

    @Override
    public State state() {
        return last.get();
    }

    @Override
    public Cancellable onState(Consumer<State> listener) {
        return watch.onState(state -> listeners.execute(() -> listener.accept(state)));
    }

    @Override
    public void answered(CallId call) {
        calls.execute(() -> watch.answered(call));
    }
}
