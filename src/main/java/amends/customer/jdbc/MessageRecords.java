package amends.customer.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Blanks;
import amends.kernel.jdbc.Database;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Short messages to and from a person's numbers. Erased, it stays known that messages went and what became of them;
 * what still waited is not sent. They belong to numbers, so they go where the numbers go.
 */
public final class MessageRecords implements PersonalRecords {
    private static final String NUMBERS = " in (select n.number from customer_number n where n.customer = :customer) ";
    private final Database database;

    public MessageRecords(Database database) {
        this.database = database;
    }

    @Override
    public String room() {
        return "messages";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return database.handle(h -> h.createQuery(
                        "select 'message-out' as kind, number, content, changed as at from sms"
                                + " where number" + NUMBERS
                                + "union all select 'message-in', sender, content, at from sms_incoming where sender"
                                + NUMBERS
                                + "order by at desc")
                .bind("customer", customer)
                .map((row, context) -> PersonalRecord.of(
                                row.getString("kind"),
                                row.getObject("at", OffsetDateTime.class).toInstant())
                        .with("number", row.getString("number"))
                        .with("text", row.getString("content")))
                .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> {
            int gone = run(
                    h,
                    "update sms set state = 'EXPIRED', reason = 'erased' where state = 'DUE' and number" + NUMBERS,
                    customer);
            // A network writes numbers its own way: what is tied to a message of theirs is theirs too.
            run(
                    h,
                    "update sms_receipt set number = '', content = '' where number" + NUMBERS + "or '+' || number"
                            + NUMBERS + "or sms in (select s.id from sms s where s.number" + NUMBERS + ")",
                    customer);
            gone += run(
                    h,
                    "update sms set number = '" + Blanks.NUMBER + "', content = '' where number" + NUMBERS,
                    customer);
            gone += run(h, "delete from sms_arrival where sender" + NUMBERS + "or '+' || sender" + NUMBERS, customer);
            return gone
                    + run(
                            h,
                            "delete from sms_incoming where sender" + NUMBERS + "or '+' || sender" + NUMBERS,
                            customer);
        });
    }

    private static int run(Handle handle, String sql, UUID customer) {
        return handle.createUpdate(sql).bind("customer", customer).execute();
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return List.of();
    }

    @Override
    public void moveBack(Collection<UUID> moved, UUID holder, UUID owner) {}
}
