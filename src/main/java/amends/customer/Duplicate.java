package amends.customer;

import amends.kernel.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * Two customers who may be one.
 *
 * @param one the one of them that is there longer, as far as ids tell
 * @param detail what they have in common, for people
 */
public record Duplicate(UUID id, UUID one, UUID another, Reason reason, String detail, Instant found) {
    /** Why somebody should look; the surest first. */
    public enum Reason {
        SAME_ID,
        SAME_NUMBER,
        NAME_AND_BIRTHDAY,
        NAME_AND_REGION
    }

    /** The same two are one row, whichever comes first. */
    static Duplicate of(UUID a, UUID b, Reason reason, String detail, Instant found) {
        UUID one = a.compareTo(b) <= 0 ? a : b;
        UUID another = one.equals(a) ? b : a;
        return new Duplicate(Ids.named("duplicate:" + one + ":" + another), one, another, reason, detail, found);
    }
}
