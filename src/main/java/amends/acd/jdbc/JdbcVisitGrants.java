package amends.acd.jdbc;

import amends.acd.VisitGrant;
import amends.acd.VisitGrants;
import amends.acd.VisitMode;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Grants as rows. */
public final class JdbcVisitGrants implements VisitGrants {
    private final Database database;

    public JdbcVisitGrants(Database database) {
        this.database = database;
    }

    @Override
    public void add(VisitGrant grant) {
        database.insertingHandle(h -> h.createUpdate("""
                        insert into visit_grant (id, lead, lead_extension, agent, call_id, mode, proof, made, until,
                        used, ended, outcome)
                        select :id, :lead, :extension, :agent, :call, :mode, :proof,
                        cast(:made as timestamp(6) with time zone), cast(:until as timestamp(6) with time zone),
                        cast(:used as timestamp(6) with time zone), cast(:ended as timestamp(6) with time zone), :outcome
                        where not exists (select 1 from visit_grant where id = :id)""")
                .bind("id", grant.id())
                .bind("lead", grant.lead())
                .bind("extension", grant.leadExtension())
                .bind("agent", grant.agent())
                .bind("call", grant.call())
                .bind("mode", grant.mode().name())
                .bind("proof", grant.proof())
                .bind("made", grant.made())
                .bind("until", grant.until())
                .bindByType("used", grant.used().orElse(null), Instant.class)
                .bindByType("ended", grant.ended().orElse(null), Instant.class)
                .bind("outcome", grant.outcome())
                .execute());
    }

    @Override
    public List<VisitGrant> into(UUID agent, Instant since) {
        return database.handle(
                h -> h.select("""
                        select id, lead, lead_extension, agent, call_id, mode, proof, made, until, used, ended, outcome
                        from visit_grant where agent = ? and made >= ? order by made desc, id desc""", agent, since).map(JdbcVisitGrants::grant).list());
    }

    @Override
    public boolean use(UUID grant, Instant at) {
        return database.handle(
                h -> h.createUpdate("""
                        update visit_grant set used = :at
                        where id = :id and used is null and ended is null and until > :at""").bind("id", grant).bind("at", at).execute() == 1);
    }

    @Override
    public void end(UUID grant, Instant at, String outcome) {
        database.handle(h -> h.createUpdate(
                        "update visit_grant set ended = :at, outcome = :outcome where id = :id and ended is null")
                .bind("id", grant)
                .bind("at", at)
                .bind("outcome", outcome.substring(0, Math.min(40, outcome.length())))
                .execute());
    }

    @Override
    public int forget(Instant before) {
        return database.handle(h -> h.createUpdate("delete from visit_grant where made < :before")
                .bind("before", before)
                .execute());
    }

    private static VisitGrant grant(ResultSet row, StatementContext context) throws SQLException {
        return new VisitGrant(
                row.getObject("id", UUID.class),
                row.getObject("lead", UUID.class),
                row.getString("lead_extension"),
                row.getObject("agent", UUID.class),
                row.getString("call_id"),
                VisitMode.valueOf(row.getString("mode")),
                row.getString("proof"),
                row.getObject("made", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                moment(row, "used"),
                moment(row, "ended"),
                row.getString("outcome"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
