package amends.care.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.Ids;
import amends.kernel.jdbc.Blanks;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The calls of care to a person, and whether they were thought likely to leave. Erased, a draw keeps its figures under
 * nobody's name, so that it can still be repeated.
 */
public final class CareRecords implements PersonalRecords {
    private static final String OPEN = "state in ('WAITING', 'TAKEN')";
    private final Database database;
    private final OwnedRows rows;

    public CareRecords(Database database) {
        this.database = database;
        rows = new OwnedRows(database, "care_call");
    }

    @Override
    public String room() {
        return "care";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        var all = new ArrayList<>(calls(
                "select changed, number, state, outcome, words from care_call"
                        + " where customer = ? order by changed desc, id desc",
                customer));
        all.addAll(database.handle(h -> h.select("select at, chance, reasons from leaving where customer = ?", customer)
                .map((row, context) -> PersonalRecord.of(
                                "leaving",
                                row.getObject("at", OffsetDateTime.class).toInstant())
                        .with("chance", Math.round(row.getDouble("chance") * 100) + " %")
                        .with("reason", row.getString("reasons")))
                .list()));
        return all;
    }

    @Override
    public List<PersonalRecord> open(UUID customer) {
        return calls(
                "select changed, number, state, outcome, words from care_call where customer = ? and " + OPEN
                        + " order by changed desc, id desc",
                customer);
    }

    private List<PersonalRecord> calls(String sql, UUID customer) {
        return database.handle(h -> h.select(sql, customer)
                .map((row, context) -> PersonalRecord.of(
                                "care",
                                row.getObject("changed", OffsetDateTime.class).toInstant())
                        .with("number", row.getString("number"))
                        .with("state", row.getString("state"))
                        .with("outcome", row.getString("outcome"))
                        .with("note", row.getString("words")))
                .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> {
            UUID nobody = Ids.next();
            h.execute("update care_call set state = 'GIVEN_UP' where customer = ? and " + OPEN, customer);
            int calls = h.execute(
                    "update care_call set customer = ?, name = '', number = '" + Blanks.NUMBER
                            + "', words = '' where customer = ?",
                    nobody,
                    customer);
            int lots = h.execute("update care_lot set customer = ? where customer = ?", nobody, customer);
            return calls + lots + h.execute("delete from leaving where customer = ?", customer);
        });
    }

    /** Whether somebody is likely to leave is estimated anew; a draw stays as it was drawn. */
    @Override
    public List<UUID> move(UUID from, UUID to) {
        database.handle(h -> h.execute("delete from leaving where customer in (?, ?)", from, to));
        return rows.move(from, to);
    }

    @Override
    public void moveBack(Collection<UUID> moved, UUID holder, UUID owner) {
        rows.moveBack(moved, holder, owner);
    }
}
