package amends.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Counts for reports. Blocks; each question is one short transaction, or joins the caller's. */
public interface Tallies {
    /**
     * @param spans each beginning where the one before it ends
     * @param cut empty: all of a span together
     * @param of whose own work alone; empty: everybody's, for those who may see it
     * @param now what is overdue, and what can still change, is judged by
     */
    List<Tally> count(Figure figure, List<Span> spans, Optional<Cut> cut, Optional<UUID> of, Instant now);
}
