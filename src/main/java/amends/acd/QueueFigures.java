package amends.acd;

import java.time.Instant;
import java.util.Optional;

/**
 * A queue as a lead sees it.
 *
 * @param longest since when the one waits who waits for longest; empty when nobody does
 * @param answered, abandoned calls since {@code from}
 * @param from local midnight, or the later moment from which on the distributor's counting is known
 * @param level empty where the distributor names no threshold
 */
public record QueueFigures(
        String queue,
        int waiting,
        Optional<Since> longest,
        int answered,
        int abandoned,
        Instant from,
        Optional<ServiceLevel> level) {}
