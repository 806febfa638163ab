package amends.knowledge;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Who answers for an article, and when it is to be read again.
 *
 * @param owner nobody when empty @param reviewDue the day on which it is to be looked through; empty: none is set
 */
public record Stewardship(Optional<UUID> owner, Optional<LocalDate> reviewDue) {
    public static final Stewardship NONE = new Stewardship(Optional.empty(), Optional.empty());
}
