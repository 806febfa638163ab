package amends.customer.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A person's calls. Erased, a call stays as a figure: when, how long, which agent, which score; not who it was, nor
 * what was noted. Calls of their numbers that were never theirs are erased with them.
 */
public final class ContactRecords implements PersonalRecords {
    private static final String THEIRS = " (customer = :customer or customer is null"
            + " and number in (select n.number from customer_number n where n.customer = :customer)) ";
    private final Database database;
    private final OwnedRows rows;

    public ContactRecords(Database database) {
        this.database = database;
        rows = new OwnedRows(database, "contact");
    }

    @Override
    public String room() {
        return "contacts";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return database.handle(
                h -> h.createQuery("select began, direction, number, queue, note, score, recording from contact where"
                                + THEIRS + "order by began desc, id desc")
                        .bind("customer", customer)
                        .map(ContactRecords::record)
                        .list());
    }

    private static PersonalRecord record(ResultSet row, StatementContext context) throws SQLException {
        return PersonalRecord.of(
                        "contact", row.getObject("began", OffsetDateTime.class).toInstant())
                .with("number", row.getString("number"))
                .with("direction", row.getString("direction"))
                .with("queue", row.getString("queue"))
                .with("note", row.getString("note"))
                .with("score", row.getObject("score"))
                .with("recording", row.getString("recording"));
    }

    @Override
    public List<PersonalRecord> open(UUID customer) {
        return database.handle(
                h -> h.createQuery("select began, direction, number, queue, note, score, recording from contact where"
                                + THEIRS + "and state in ('OPEN', 'WRAP_UP')")
                        .bind("customer", customer)
                        .map(ContactRecords::record)
                        .list());
    }

    /** Which calls are theirs, for rooms that keep something beside a call. */
    public List<UUID> ids(UUID customer) {
        return database.handle(h -> h.createQuery("select id from contact where" + THEIRS)
                .bind("customer", customer)
                .mapTo(UUID.class)
                .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(
                h -> h.createUpdate("""
                        update contact set number = 'anonymous', note = null, recording = null, call_id = 'erased',
                        customer = null where""" + THEIRS).bind("customer", customer).execute());
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
