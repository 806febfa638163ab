package amends.knowledge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What attachments hold, each once by its digest. Blocks; joins the caller's transaction. */
public interface AttachmentContents {
    boolean has(String digest);

    Optional<byte[]> bytes(String digest);

    /** Keeps it, and for a while also when no version names it yet. @param by who put it in; empty: an import did */
    void put(String digest, byte[] bytes, Optional<UUID> by, Instant at);

    /** Lets go what no version and nothing that is being written names, and what was put in before. @return how many */
    int tidy(Instant before);
}
