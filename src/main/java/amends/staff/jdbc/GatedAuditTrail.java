package amends.staff.jdbc;

import amends.kernel.jdbc.Database;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The audit trail of a PostgreSQL for a person's own login: the gate enters what was done in the name of who signed in
 * and at the database's moment, whatever the entry says. Only those who may read the trail can.
 */
public final class GatedAuditTrail implements AuditTrail {
    private final Database database;
    private final JdbcAuditTrail rows;

    public GatedAuditTrail(Database database) {
        this.database = database;
        rows = new JdbcAuditTrail(database);
    }

    @Override
    public void add(AuditEntry entry) {
        database.handle(h -> h.select(
                        "select gate.enter(?, ?, ?, ?)", entry.id(), entry.act().name(), entry.whom(), entry.why())
                .mapToMap()
                .list());
    }

    @Override
    public boolean has(UUID entry) {
        return rows.has(entry);
    }

    @Override
    public int actsSince(UUID member, Set<Permission> acts, Instant since) {
        return rows.actsSince(member, acts, since);
    }

    @Override
    public List<AuditEntry> about(UUID whom, int most) {
        return rows.about(whom, most);
    }

    @Override
    public List<AuditEntry> latest(int most) {
        return rows.latest(most);
    }
}
