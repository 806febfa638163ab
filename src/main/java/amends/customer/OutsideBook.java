package amends.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What other systems last said of customers. Blocks; joins the caller's transaction. */
public interface OutsideBook {
    /** By the source's name. */
    Map<String, Kept> of(UUID customer);

    /**
     * In the place of what this source said before; nothing where it knows nobody.
     *
     * @return whether there is still such a customer: nothing is kept of who was erased or merged
     */
    boolean keep(UUID customer, String source, Instant at, List<OutsideFact> facts);

    /** By which id a system knows this customer. */
    Optional<String> idOf(UUID customer, String system);

    /** @param at when it was said */
    record Kept(Instant at, List<OutsideFact> facts) {
        public Kept {
            facts = List.copyOf(facts);
        }
    }
}
