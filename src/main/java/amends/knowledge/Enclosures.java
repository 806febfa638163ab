package amends.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What belongs to articles beside their texts. Blocks; joins the caller's transaction. */
public interface Enclosures {
    /** By name. */
    List<Enclosure> of(ArticleId article);

    Optional<byte[]> bytes(UUID enclosure);

    /** In place of one of the same name. */
    void put(Enclosure enclosure, byte[] bytes);

    void remove(UUID enclosure);
}
