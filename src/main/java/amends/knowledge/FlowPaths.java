package amends.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which flows were walked in which contact, and how far. Blocks; joins the caller's transaction. */
public interface FlowPaths {
    /** Keeps the path as it now stands. */
    void save(Path path);

    /** In the order in which they were begun. */
    List<Path> of(UUID contact);

    /**
     * The latest path in one of these contacts that came to no end and that nobody goes on with.
     *
     * @param since what was last touched earlier is forgotten
     */
    Optional<Path> unfinished(List<UUID> contacts, Instant since);

    /**
     * A way gone in a contact.
     *
     * @param agent who keeps it: whoever has the contact
     * @param continues the path of an earlier contact that this one goes on with
     * @param end empty while it is at none
     */
    record Path(
            UUID id,
            UUID contact,
            FlowId flow,
            int version,
            UUID agent,
            Optional<UUID> continues,
            Instant began,
            Instant changed,
            Optional<FlowEnd> end,
            List<FlowWalk.Taken> taken) {
        public Path {
            taken = List.copyOf(taken);
        }
    }
}
