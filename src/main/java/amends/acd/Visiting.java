package amends.acd;

import amends.kernel.Cancellable;
import java.util.function.Consumer;

/** A lead's way into the live calls of agents, one at a time. Call loop; what comes of a wish is told as a state. */
public interface Visiting {
    /** Wishes to be in the call of the agent at this extension so; when in it already, to be in it another way. */
    void want(String extension, VisitMode mode);

    /** Goes, or takes a wish back. */
    void leave();

    VisitState state();

    Cancellable onState(Consumer<VisitState> listener);
}
