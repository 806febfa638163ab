package amends.readiness;

import amends.kernel.Cancellable;
import amends.readiness.PlanWatch.State;
import amends.telephony.CallId;
import java.util.function.Consumer;

/** Which plans are on, and which calls they concern, as a window is told. */
public interface PlanFeed {
    State state();

    Cancellable onState(Consumer<State> listener);

    /** The prepared answer was given in this call. */
    void answered(CallId call);
}
