package amends.customer.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a person wrote to us, and we to them: erased, it stays known that something was written. */
public final class LetterRecords implements PersonalRecords {
    private final Database database;
    private final OwnedRows rows;

    public LetterRecords(Database database) {
        this.database = database;
        rows = new OwnedRows(database, "customer_letter");
    }

    @Override
    public String room() {
        return "letters";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return database.handle(h -> h.select(
                        "select at, channel, from_us, subject, content from customer_letter where customer = ?"
                                + " order by at desc, id desc",
                        customer)
                .map((row, context) -> PersonalRecord.of(
                                "letter",
                                row.getObject("at", OffsetDateTime.class).toInstant())
                        .with("channel", row.getString("channel"))
                        .with("subject", row.getString("subject"))
                        .with("text", row.getString("content")))
                .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> h.execute(
                "update customer_letter set subject = '', content = '', customer = null where customer = ?", customer));
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
