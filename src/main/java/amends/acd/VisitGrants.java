package amends.acd;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The grants there were. Blocks; joins the caller's transaction. */
public interface VisitGrants {
    /** Adding the same twice keeps one. */
    void add(VisitGrant grant);

    /** Into calls of this agent, newest first. @param since what was made earlier is left out */
    List<VisitGrant> into(UUID agent, Instant since);

    /** Uses it up. @return false when it was used or ended before, or is too old: of two who try, one succeeds */
    boolean use(UUID grant, Instant at);

    /** The first end stays. */
    void end(UUID grant, Instant at, String outcome);

    /** Deletes what was made earlier. @return how many */
    int forget(Instant before);
}
