package amends.staff.jdbc;

import amends.kernel.jdbc.Database;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The audit trail as rows that are only ever inserted. */
public final class JdbcAuditTrail implements AuditTrail {
    private static final String ENTRY = "select id, at, who, act, whom, why from audit ";
    private final Database database;

    public JdbcAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry entry) {
        database.insertingHandle(h -> h.createUpdate("""
                        insert into audit (id, at, who, act, whom, why)
                        select :id, cast(:at as timestamp(6) with time zone), :who, :act, :whom, :why
                        where not exists (select 1 from audit where id = :id)""")
                .bind("id", entry.id())
                .bind("at", entry.at())
                .bind("who", entry.who())
                .bind("act", entry.act().name())
                .bind("whom", entry.whom())
                .bind("why", entry.why())
                .execute());
    }

    @Override
    public boolean has(UUID entry) {
        return database.handle(h -> h.select("select count(*) from audit where id = ?", entry)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    @Override
    public int actsSince(UUID member, Set<Permission> acts, Instant since) {
        return database.handle(
                h -> h.createQuery("select count(*) from audit where who = :who and at > :since and act in (<acts>)")
                        .bind("who", member)
                        .bind("since", since)
                        .bindList("acts", acts.stream().map(Enum::name).toList())
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public List<AuditEntry> about(UUID whom, int most) {
        return database.handle(h -> h.select(ENTRY + "where whom = ? order by at desc, id desc limit ?", whom, most)
                .map(JdbcAuditTrail::entry)
                .list());
    }

    @Override
    public List<AuditEntry> latest(int most) {
        return database.handle(h -> h.select(ENTRY + "order by at desc, id desc limit ?", most)
                .map(JdbcAuditTrail::entry)
                .list());
    }

    private static AuditEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("who", UUID.class),
                Permission.valueOf(row.getString("act")),
                row.getObject("whom", UUID.class),
                row.getString("why"));
    }
}
