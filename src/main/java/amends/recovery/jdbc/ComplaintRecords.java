package amends.recovery.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.Timekeeper;
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
 * A person's complaints. Erased, a complaint stays as a figure: when, how grave, how long it took, who owned it; one
 * that was open is closed.
 */
public final class ComplaintRecords implements PersonalRecords {
    private static final String SHOWN =
            "select number, opened, subject, what, severity, state, call_back, customer_name, answer from complaint where ";
    /** Also what was complained of on one of their numbers before it was known whose it is. */
    private static final String THEIRS = "(customer = :customer or customer is null and call_back in"
            + " (select n.number from customer_number n where n.customer = :customer)) ";

    private final Database database;
    private final Timekeeper time;
    private final OwnedRows rows;

    public ComplaintRecords(Database database, Timekeeper time) {
        this.database = database;
        this.time = time;
        rows = new OwnedRows(database, "complaint");
    }

    @Override
    public String room() {
        return "complaints";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return records("", customer);
    }

    @Override
    public List<PersonalRecord> open(UUID customer) {
        return records("and state not in ('RESPONDED', 'CLOSED') ", customer);
    }

    private List<PersonalRecord> records(String which, UUID customer) {
        return database.handle(h -> h.createQuery(SHOWN + THEIRS + which + "order by opened desc, id desc")
                .bind("customer", customer)
                .map(ComplaintRecords::record)
                .list());
    }

    private static PersonalRecord record(ResultSet row, StatementContext context) throws SQLException {
        return PersonalRecord.of(
                        "complaint",
                        row.getObject("opened", OffsetDateTime.class).toInstant())
                .with("complaintNumber", row.getString("number"))
                .with("subject", row.getString("subject"))
                .with("what", row.getString("what"))
                .with("words", row.getString("answer"))
                .with("severity", row.getString("severity"))
                .with("state", row.getString("state"))
                .with("callBack", row.getString("call_back"))
                .with("name", row.getString("customer_name"));
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> {
            h.createUpdate("update complaint set state = 'CLOSED', closed = :now where " + THEIRS
                            + "and state <> 'CLOSED'")
                    .bind("now", time.now())
                    .bind("customer", customer)
                    .execute();
            // What people wrote about it tells of the person too; that it was done stays.
            for (String words : List.of(
                    "update complaint_event set words = '' where complaint in",
                    "update complaint_dispatch set ask = '', answer = '' where complaint in",
                    "update callback set handed_with = '' where complaint in"))
                h.createUpdate(words + " (select id from complaint where " + THEIRS + ")")
                        .bind("customer", customer)
                        .execute();
            return h.createUpdate("update complaint set answer = '', asking = false, unseen = false, news_by = null,"
                            + " next_due = null, customer_name = '', subject = '', what = '', call_back = null,"
                            + " customer = null where " + THEIRS)
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
