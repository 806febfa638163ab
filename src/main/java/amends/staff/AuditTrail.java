package amends.staff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who did or looked at what. Only grows. Blocks; joins the caller's transaction. */
public interface AuditTrail {
    /** Adding the same entry twice keeps one. */
    void add(AuditEntry entry);

    boolean has(UUID entry);

    /** How many {@linkplain LookLimit#LOOKS looks} a member took after this moment. */
    default int looksSince(UUID member, Instant since) {
        return actsSince(member, LookLimit.LOOKS, since);
    }

    /** How often a member did any of these after this moment. */
    int actsSince(UUID member, Set<Permission> acts, Instant since);

    /** What was done to this row, newest first. */
    List<AuditEntry> about(UUID whom, int most);

    /** Newest first. */
    List<AuditEntry> latest(int most);
}
