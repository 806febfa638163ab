package amends.promise;

import java.time.Instant;
import java.util.List;

/** Everybody's promises, for those who may see them. Blocks. */
public interface PromiseOverview {
    /** Those that are open, the earliest due first. */
    List<Promise> open(int most);

    /** Those that are overdue, the longest first. */
    List<Promise> overdue(int most);

    /** What became of those that fell due from one moment to before the other, by who kept them. */
    List<PromiseTally> tallies(Instant from, Instant until);

    List<PromiseEvent> courseOf(Promise promise);
}
