package amends.recording;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** One desk's chain over its recordings: only ever added to. Safe for use by any thread; blocks. */
public interface Chain {
    /** Names the desk; unique among the desks that share a database. */
    String desk() throws IOException;

    /** Makes this desk the only one that adds to it. @throws IOException when another does already */
    void hold() throws IOException;

    /** Makes the next link, after the present head, and keeps it through a loss of power. */
    ChainLink append(ChainLink.Kind kind, UUID recording, String file, String facts, Instant at) throws IOException;

    /**
     * Reads the chain from its beginning, link by link, as far as it holds.
     *
     * @return what is wrong with it, naming file and line; empty when it holds from end to end
     */
    Optional<String> walk(Consumer<ChainLink> each) throws IOException;
}
