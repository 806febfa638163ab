package amends.readiness.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A person's calls that a contingency plan concerned, and its notices to them. Erased, they stay as figures. */
public final class PlanRecords implements PersonalRecords {
    private final Database database;
    private final OwnedRows calls;
    private final OwnedRows notices;

    public PlanRecords(Database database) {
        this.database = database;
        calls = new OwnedRows(database, "plan_call");
        notices = new OwnedRows(database, "plan_notice");
    }

    @Override
    public String room() {
        return "plans";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        var all = new ArrayList<>(of("plan", "plan_call", "", customer));
        all.addAll(of("planNotice", "plan_notice", " and x.told", customer));
        all.sort(
                Comparator.comparing((PersonalRecord r) -> r.at().orElseThrow()).reversed());
        return all;
    }

    private List<PersonalRecord> of(String kind, String table, String which, UUID customer) {
        return database.handle(h -> h.select(
                        "select x.at, x.number, p.title from " + table + " x join plan_run r on r.id = x.run"
                                + " join plan p on p.id = r.plan where x.customer = ?" + which,
                        customer)
                .map((row, context) -> PersonalRecord.of(
                                kind, row.getObject("at", OffsetDateTime.class).toInstant())
                        .with("number", row.getString("number"))
                        .with("subject", row.getString("title")))
                .list());
    }

    @Override
    public int forget(UUID customer) {
        String theirs = " where customer = ? or customer is null and number in"
                + " (select n.number from customer_number n where n.customer = ?)";
        return database.handle(h -> h.execute(
                        "update plan_call set customer = null, number = null, call_id = ''" + theirs,
                        customer,
                        customer)
                // Of a run each number has one notice, so that none can stay blank.
                + h.execute("delete from plan_notice" + theirs, customer, customer));
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        var moved = new ArrayList<>(calls.move(from, to));
        moved.addAll(notices.move(from, to));
        return moved;
    }

    @Override
    public void moveBack(Collection<UUID> rows, UUID holder, UUID owner) {
        calls.moveBack(rows, holder, owner);
        notices.moveBack(rows, holder, owner);
    }
}
