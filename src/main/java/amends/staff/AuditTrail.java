package amends.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who did or looked at what. Only grows. Blocks; joins the caller's transaction. */
public interface AuditTrail {
    /** Adding the same entry twice keeps one. */
    void add(AuditEntry entry);

    boolean has(UUID entry);

    /** How many {@linkplain LookLimit#LOOKS looks} a member took after this moment. */
    int looksSince(UUID member, Instant since);

    /** What was done to this row, newest first. */
    List<AuditEntry> about(UUID whom, int most);

    /** Newest first. */
    List<AuditEntry> latest(int most);
}
