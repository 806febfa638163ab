package amends.customer;

import amends.kernel.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That one customer turned out to be another.
 *
 * @param kept under which both are known from then on
 * @param gone keeps its row, so that it is found by its name and can be separated again
 * @param why in one line
 * @param undone when they were separated again; empty while they are one
 */
public record Merge(UUID id, UUID kept, UUID gone, Instant at, UUID who, String why, Optional<Instant> undone) {
    static final int MOST_WHY = 300;

    public Merge {
        why = PlainText.line(why, MOST_WHY);
    }

    public boolean holds() {
        return undone.isEmpty();
    }
}
