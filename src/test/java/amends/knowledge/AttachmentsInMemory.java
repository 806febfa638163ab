package amends.knowledge;

import amends.kernel.StoreUnavailable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What attachments hold, without a database; it can be away. */
public final class AttachmentsInMemory implements AttachmentContents {
    public volatile boolean away;
    public final Map<String, byte[]> held = new LinkedHashMap<>();

    @Override
    public boolean has(String digest) {
        return held.containsKey(digest);
    }

    @Override
    public Optional<byte[]> bytes(String digest) {
        if (away) throw new StoreUnavailable("away", null);
        return Optional.ofNullable(held.get(digest));
    }

    @Override
    public void put(String digest, byte[] bytes, Optional<UUID> by, Instant at) {
        if (away) throw new StoreUnavailable("away", null);
        held.put(digest, bytes);
    }

    @Override
    public int tidy(Instant before) {
        return 0;
    }
}
