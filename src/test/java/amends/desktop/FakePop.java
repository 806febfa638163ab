package amends.desktop;

import amends.customer.PopState;
import amends.customer.ScreenPop;
import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.telephony.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A screen pop that shows what a test gives it, and answers saves as the test says. */
public final class FakePop implements ScreenPop {
    private final Map<CallId, PopState> states = new HashMap<>();
    private final Subscribers<PopState> pops = new Subscribers<>();
    public final List<Filled> saved = new ArrayList<>();
    public Optional<Saved> answers = Optional.of(Saved.KEPT);
    private Consumer<Saved> waiting = result -> {};

    public void pops(PopState state) {
        states.put(state.call(), state);
        pops.publish(state);
    }

    /** Answers a save that was left waiting by an empty {@link #answers}. */
    public void answer(Saved result) {
        waiting.accept(result);
    }

    @Override
    public Optional<PopState> of(CallId call) {
        return Optional.ofNullable(states.get(call));
    }

    @Override
    public void save(CallId call, Filled filled, Consumer<Saved> result) {
        saved.add(filled);
        answers.ifPresentOrElse(result, () -> waiting = result);
    }

    @Override
    public Cancellable onPop(Consumer<PopState> listener) {
        return pops.add(listener);
    }
}
