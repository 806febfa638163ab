package amends.knowledge;

import java.util.Optional;
import java.util.UUID;

/** Keeps how far a flow was walked. Any thread; returns at once: the store is written behind the call. */
public interface FlowKeeping {
    /** @param continues the earlier path it goes on with @return false when the agent may not */
    boolean keep(UUID contact, FlowWalk walk, Optional<UUID> continues);
}
