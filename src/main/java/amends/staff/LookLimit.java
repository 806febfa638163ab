package amends.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How many looks are a person's work; more are somebody copying. The gates of the PostgreSQL keep the same figures.
 *
 * @param looks at most so many
 * @param within in so long
 */
public record LookLimit(int looks, Duration within) {
    /** What a person can look at; each needs an entry in the audit trail. */
    public static final Set<Permission> LOOKS = Set.of(
            Permission.LOOK_AT_CUSTOMER,
            Permission.LISTEN_TO_OWN_RECORDING,
            Permission.LISTEN_TO_ANY_RECORDING,
            Permission.EXPORT_RECORDING);

    /** In force at every desk. */
    public static final List<LookLimit> USUAL =
            List.of(new LookLimit(60, Duration.ofMinutes(1)), new LookLimit(600, Duration.ofHours(1)));

    /** A search shows a page of names; so many are a person's work. */
    public static final List<LookLimit> SEARCHES =
            List.of(new LookLimit(30, Duration.ofMinutes(1)), new LookLimit(300, Duration.ofHours(1)));

    /** Whether this member may search for no more customers for now. Joins the caller's transaction. */
    public static boolean isSearchedOut(AuditTrail audit, UUID member, Instant now) {
        return SEARCHES.stream()
                .anyMatch(limit -> audit.actsSince(member, Set.of(Permission.FIND_CUSTOMERS), now.minus(limit.within))
                        >= limit.looks);
    }

    /** Whether this member may look at nothing more for now. Joins the caller's transaction. */
    public static boolean isReached(AuditTrail audit, UUID member, Instant now) {
        return isReached(USUAL, audit, member, now);
    }

    /** As {@link #isReached(AuditTrail, UUID, Instant)}, under other limits. */
    public static boolean isReached(List<LookLimit> limits, AuditTrail audit, UUID member, Instant now) {
        return limits.stream().anyMatch(limit -> audit.looksSince(member, now.minus(limit.within)) >= limit.looks);
    }
}
