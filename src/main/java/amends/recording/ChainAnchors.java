package amends.recording;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the database keeps of the desks' chains: the links, and of each desk the head up to which they were found to
 * follow one another. A desk that rewrites its own chain no longer agrees with it. Blocks; joins the caller's
 * transaction.
 */
public interface ChainAnchors {
    /** Keeps a link; storing the same link twice keeps one. */
    void store(String desk, ChainLink link);

    /** Number of the desk's last stored link, 0 for none. */
    long lastStored(String desk);

    /** The desk in whose chain the recording was linked. */
    Optional<String> deskOf(UUID recording);

    /** The stored links after the given one, in order. */
    List<ChainLink> after(String desk, long number, int most);

    Optional<Head> head(String desk);

    void moveHead(String desk, Head head);

    /** @param hash of the link of that number */
    record Head(long number, String hash) {}
}
