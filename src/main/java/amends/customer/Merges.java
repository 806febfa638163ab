package amends.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The merges there were, and the customers' own rows in them. Blocks; joins the caller's transaction. */
public interface Merges {
    /** How a customer stands. Empty: there is no such customer. */
    Optional<Standing> standing(UUID customer);

    /** @param mergedInto under whom they are known now */
    record Standing(Optional<UUID> mergedInto, boolean erased) {}

    /**
     * Numbers, standing, region and notes of the one go to the other; what was moved is remembered.
     *
     * @param rows what each {@linkplain PersonalRecords#room room} moved
     */
    void join(Merge merge, Map<String, List<UUID>> rows);

    /** Undoes {@link #join}: what was changed since stays as it is. @return what each room had moved */
    Map<String, List<UUID>> separate(Merge merge, UUID who, Instant at);

    Optional<Merge> byId(UUID merge);

    /** Those that hold and in which this customer was kept, newest first. */
    List<Merge> into(UUID kept);
}
