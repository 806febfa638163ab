package amends.compensation.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a person was given. Erased, the ledger keeps the sum, since the books need it, and nobody's name or words. */
public final class CompensationRecords implements PersonalRecords {
    private final Database database;
    private final OwnedRows rows;

    public CompensationRecords(Database database) {
        this.database = database;
        rows = new OwnedRows(database, "compensation_grant");
    }

    @Override
    public String room() {
        return "compensation";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return shown(customer, "");
    }

    @Override
    public List<PersonalRecord> open(UUID customer) {
        return shown(customer, "and state in ('PENDING', 'SECONDED') ");
    }

    private List<PersonalRecord> shown(UUID customer, String which) {
        return database.handle(h -> h.select(
                        "select asked, option_key, amount, currency, state, words from compensation_grant"
                                + " where customer = ? " + which + "order by asked desc, id desc",
                        customer)
                .map((row, context) -> PersonalRecord.of(
                                "compensation",
                                row.getObject("asked", OffsetDateTime.class).toInstant())
                        .with("what", row.getString("option_key"))
                        .with(
                                "value",
                                new amends.kernel.Money(
                                        row.getLong("amount"),
                                        java.util.Currency.getInstance(row.getString("currency"))))
                        .with("state", row.getString("state"))
                        .with("words", row.getString("words")))
                .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> {
            h.execute(
                    "delete from compensation_payment where grant_id in (select id from compensation_grant"
                            + " where customer = ? and state in ('PENDING', 'SECONDED'))",
                    customer);
            h.execute(
                    "update compensation_grant set state = 'WITHDRAWN', decided = asked where customer = ?"
                            + " and state in ('PENDING', 'SECONDED')",
                    customer);
            h.execute(
                    "update compensation_finding set words = '' where grant_id in (select id from compensation_grant"
                            + " where customer = ?)",
                    customer);
            return h.execute(
                    "update compensation_grant set customer = null, contact = null, words = '', reason = ''"
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
