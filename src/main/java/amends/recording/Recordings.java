package amends.recording;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The facts of the recordings there are. Blocks; joins the caller's transaction. */
public interface Recordings {
    void save(Recording recording);

    /** Forgets the facts of a recording whose sound was erased; its tombstone stays in the chain. */
    void delete(UUID id);

    Optional<Recording> byId(UUID id);

    Optional<Recording> byFile(String file);

    /** Newest first. */
    List<Recording> latest(int most);

    /** This agent's, newest first. */
    List<Recording> ofAgent(UUID agent, int most);

    /** Those that a dead desk of this agent left running. */
    List<Recording> leftRunning(UUID agent);
}
