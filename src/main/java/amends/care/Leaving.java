package amends.care;

import amends.care.LeavingOdds.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who is likely to leave or to complain next.
 *
 * @param name as they are addressed; may be empty @param chance 0 to 1, an estimate @param owed what we owe them
 * @param at when it was estimated
 */
public record Leaving(UUID customer, String name, double chance, double owed, List<Reason> reasons, Instant at) {
    public Leaving {
        reasons = List.copyOf(reasons);
    }

    public int percent() {
        return (int) Math.round(chance * 100);
    }
}
