package amends.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a customer wants: said in a contact, or understood behind what was said.
 *
 * @param words one line
 * @param who wrote it down
 */
public record Need(UUID id, UUID customer, Optional<UUID> contact, Kind kind, String words, UUID who, Instant at) {
    public static final int LONGEST = 300;

    /** How it is known. */
    public enum Kind {
        /** Said: "close my card". */
        EXPLICIT,
        /** Understood: to pay it back is a burden. */
        IMPLICIT
    }
}
