package amends.personality.jdbc;

import amends.kernel.jdbc.Database;
import amends.personality.CustomerType;
import amends.personality.Objection;
import amends.personality.Objections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The objections as rows. */
public final class JdbcObjections implements Objections {
    private static final int MOST = 50;
    private final Database database;

    public JdbcObjections(Database database) {
        this.database = database;
    }

    @Override
    public void add(Objection objection) {
        database.insertingHandle(handle -> handle.createUpdate("""
                        insert into personality_objection (id, customer, who, at, type, reason)
                        select :id, :customer, :who, cast(:at as timestamp(6) with time zone), :type, :reason
                        where not exists (select 1 from personality_objection where id = :id)""")
                .bind("id", objection.id())
                .bind("customer", objection.customer())
                .bind("who", objection.who())
                .bind("at", objection.at())
                .bind("type", objection.type().name())
                .bind("reason", objection.reason())
                .execute());
    }

    @Override
    public List<Objection> of(UUID customer) {
        return database.handle(handle -> handle.select(
                        "select id, customer, who, at, type, reason from personality_objection where customer = ?"
                                + " order by at desc, id limit " + MOST,
                        customer)
                .map(JdbcObjections::row)
                .list());
    }

    private static Objection row(ResultSet row, StatementContext context) throws SQLException {
        return new Objection(
                row.getObject("id", UUID.class),
                row.getObject("customer", UUID.class),
                row.getObject("who", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                CustomerType.valueOf(row.getString("type")),
                row.getString("reason"));
    }
}
