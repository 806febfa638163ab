package amends.knowledge;

import java.util.List;
import java.util.Optional;

/** The flows there are. Blocks; joins the caller's transaction. */
public interface Flows {
    /** Everything that is not retired, by id. */
    List<Flow> inUse();

    /** A text as it was in the given version. */
    Optional<Flow> version(FlowId id, int version);

    /** Whether some version of this flow, retired ones too, was this text. */
    boolean everHeld(FlowText text);

    /** Keeps a new flow or a new text of one there is; a retired one is in use again. */
    Flow publish(FlowText text);

    /** Takes a flow out of use; nothing happens when it is not in use. */
    void retire(FlowId id);
}
