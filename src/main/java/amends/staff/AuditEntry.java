package amends.staff;

import amends.kernel.Ids;
import amends.kernel.PlainText;
import java.time.Instant;
import java.util.UUID;

/**
 * One look or act that must be answered for. Never changed, never removed.
 *
 * @param who the member's id
 * @param act what was done, or looked at
 * @param whom the row that it was done to: a customer, a recording, a member
 * @param why the occasion, for instance the Call-ID; one line
 */
public record AuditEntry(UUID id, Instant at, UUID who, Permission act, UUID whom, String why) {
    public AuditEntry {
        why = PlainText.line(why, 300);
    }

    public static AuditEntry of(Instant at, StaffMember who, Permission act, UUID whom, String why) {
        return new AuditEntry(Ids.next(), at, who.id(), act, whom, why);
    }
}
