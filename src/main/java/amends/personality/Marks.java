package amends.personality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** What was seen of customers, as kept. Blocks; joins the caller's transaction. */
public interface Marks {
    /** In the place of what this observer marked at this contact before. */
    void keep(Sheet sheet);

    /** Oldest first. */
    List<Encounter> of(UUID customer);

    /** Of every customer who agrees to be estimated. May take seconds. */
    Map<UUID, List<Encounter>> ofAll();

    /**
     * A part of {@link #ofAll}: of the next customers in the store's own order, so that no write waits for all of them.
     *
     * @param after the last customer of the part before; empty: from the beginning
     * @return in that order; empty when there are no more
     */
    SequencedMap<UUID, List<Encounter>> next(Optional<UUID> after, int most);

    /**
     * Marks what the house can see of the last days by itself: who called again the same day, who scored low or did not
     * answer, who fell silent. Doing it twice does no harm.
     *
     * @return how many marks were new
     */
    int markByHouse();

    /** Removes the marks of customers who do not agree to be estimated any more. @return how many */
    int forgetUnwilling();
}
