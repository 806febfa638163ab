package amends.recovery.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What went wrong for a person. Erased, it stays a figure: which kind, how grave, when. Nothing is owed any more. */
public final class FailureRecords implements PersonalRecords {
    private static final String THEIRS = " (customer = :customer or customer is null"
            + " and number in (select n.number from customer_number n where n.customer = :customer)) ";
    private final Database database;
    private final OwnedRows rows;

    public FailureRecords(Database database) {
        this.database = database;
        rows = new OwnedRows(database, "failure");
    }

    @Override
    public String room() {
        return "failures";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return database.handle(h -> h.createQuery("select at, kind, severity, state, queue, words from failure where"
                        + THEIRS + "order by at desc, id desc")
                .bind("customer", customer)
                .map((row, context) -> PersonalRecord.of(
                                "failure",
                                row.getObject("at", OffsetDateTime.class).toInstant())
                        .with("what", row.getString("kind"))
                        .with("severity", row.getString("severity"))
                        .with("state", row.getString("state"))
                        .with("queue", row.getString("queue"))
                        .with("words", row.getString("words")))
                .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> {
            h.createUpdate("update failure set state = 'WRITTEN_OFF', means = 'WRITTEN_OFF', settled_by = id,"
                            + " settled_at = at, words = 'erased' where state = 'OPEN' and" + THEIRS)
                    .bind("customer", customer)
                    .execute();
            return h.createUpdate("""
                            update failure set words = case when words is null then null else 'erased' end,
                            call_id = case when call_id is null then null else 'erased' end,
                            number = null, customer = null where""" + THEIRS).bind("customer", customer).execute();
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
