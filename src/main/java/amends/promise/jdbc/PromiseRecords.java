package amends.promise.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a person was promised. Erased, the promises stay as figures, without whom and what; those that were open are
 * withdrawn: there is nobody to keep them to.
 */
public final class PromiseRecords implements PersonalRecords {
    private static final String PROMISE = "select " + PromiseRow.COLUMNS + " from promise p where p.customer = ? ";
    private final Database database;
    private final OwnedRows rows;

    public PromiseRecords(Database database) {
        this.database = database;
        rows = new OwnedRows(database, "promise");
    }

    @Override
    public String room() {
        return "promises";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return records(PROMISE, customer);
    }

    @Override
    public List<PersonalRecord> open(UUID customer) {
        return records(PROMISE + "and p.state in ('OPEN', 'OVERDUE') ", customer);
    }

    private List<PersonalRecord> records(String sql, UUID customer) {
        return database.handle(h -> h.select(sql + "order by p.made desc, p.id desc", customer)
                .map(PromiseRow::promise)
                .map(p -> PersonalRecord.of("promise", p.made())
                        .with("code", p.code())
                        .with("what", p.what())
                        .with("amount", p.amount().map(Object::toString).orElse(""))
                        .with("number", p.to().number().map(n -> n.e164()).orElse(""))
                        .with("due", p.due())
                        .with("state", p.state()))
                .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> {
            h.execute(
                    "update promise_event set words = '' where promise in (select id from promise where customer = ?)",
                    customer);
            h.execute(
                    "update promise set state = 'WITHDRAWN', ended = current_timestamp, version = version + 1"
                            + " where customer = ? and state in ('OPEN', 'OVERDUE')",
                    customer);
            return h.execute(
                    "update promise set customer_name = '', what = '', number = null, customer = null"
                            + " where customer = ?",
                    customer);
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
