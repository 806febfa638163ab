package amends.knowledge;

import amends.kernel.StoreQueue;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes the path behind the call; of states that wait only the newest. */
public final class QueuedFlowKeeping implements FlowKeeping {
    private final FlowPaths paths;
    private final StoreQueue queue;
    private final StaffMember agent;
    private final Timekeeper time;

    private record Key(UUID path) {}

    /** @param queue the one that writes the contacts, so that a contact is there before its paths */
    public QueuedFlowKeeping(FlowPaths paths, StoreQueue queue, StaffMember agent, Timekeeper time) {
        this.paths = paths;
        this.queue = queue;
        this.agent = agent;
        this.time = time;
    }

    @Override
    public boolean keep(UUID contact, FlowWalk walk, Optional<UUID> continues) {
        if (!Permission.USE_ARTICLE.isGivenTo(agent)) return false;
        Instant now = time.now();
        var path = new FlowPaths.Path(
                walk.id(),
                contact,
                walk.flow().id(),
                walk.flow().version(),
                agent.id(),
                continues,
                now,
                now,
                walk.end(),
                walk.taken());
        queue.put(new Key(walk.id()), () -> paths.save(path));
        return true;
    }
}
