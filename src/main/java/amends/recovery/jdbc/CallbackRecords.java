package amends.recovery.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Blanks;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The calls back that a person was promised. Erased, they stay as figures; those that waited are not made. */
public final class CallbackRecords implements PersonalRecords {
    private static final String SHOWN = "select due, number, state, outcome from callback where ";
    /** Also what was agreed on one of their numbers before it was known whose it is. */
    private static final String THEIRS = "(customer = :customer or customer is null and number in"
            + " (select n.number from customer_number n where n.customer = :customer)) ";

    private static final String OPEN = "state in ('SCHEDULED', 'ATTEMPTING', 'MISSED') ";
    private final Database database;
    private final OwnedRows rows;

    public CallbackRecords(Database database) {
        this.database = database;
        rows = new OwnedRows(database, "callback");
    }

    @Override
    public String room() {
        return "callbacks";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return records(SHOWN + THEIRS, customer);
    }

    @Override
    public List<PersonalRecord> open(UUID customer) {
        return records(SHOWN + THEIRS + "and " + OPEN, customer);
    }

    private List<PersonalRecord> records(String sql, UUID customer) {
        return database.handle(h -> h.createQuery(sql + "order by due desc, id desc")
                .bind("customer", customer)
                .map(CallbackRecords::record)
                .list());
    }

    private static PersonalRecord record(ResultSet row, StatementContext context) throws SQLException {
        return PersonalRecord.of(
                        "callback", row.getObject("due", OffsetDateTime.class).toInstant())
                .with("number", row.getString("number"))
                .with("state", row.getString("state"))
                .with("outcome", row.getString("outcome"));
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> {
            h.createUpdate("update callback set state = 'EXPIRED' where " + THEIRS + "and " + OPEN)
                    .bind("customer", customer)
                    .execute();
            return h.createUpdate(
                            "update callback set number = '" + Blanks.NUMBER + "', customer = null where " + THEIRS)
                    .bind("customer", customer)
                    .execute();
        });
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return rows.move(from, to);
    }

    @Override
    public void moveBack(Collection<UUID> moved, UUID holder, UUID owner) {
        rows.moveBack(moved, holder, owner);
    }
}
