package amends.customer.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Who a person is: name, numbers, the ids by which other systems know them, and what those systems said. The row itself
 * and its numbers are blanked by {@link JdbcTombstones}, after all rooms.
 */
public final class CustomerRecords implements PersonalRecords {
    private final Database database;
    private final OwnedRows ids;

    public CustomerRecords(Database database) {
        this.database = database;
        ids = new OwnedRows(database, "customer_outside_id");
    }

    @Override
    public String room() {
        return "outside-ids";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return database.handle(h -> {
            var all = new ArrayList<>(profile(h, customer));
            all.addAll(h.select(
                            "select source, name, content, fetched from customer_outside_fact where customer = ?"
                                    + " order by source, place",
                            customer)
                    .map((row, context) -> PersonalRecord.of(
                                    "outside",
                                    row.getObject("fetched", OffsetDateTime.class)
                                            .toInstant())
                            .with("source", row.getString("source"))
                            .with(row.getString("name"), row.getString("content")))
                    .list());
            return all;
        });
    }

    private static List<PersonalRecord> profile(Handle handle, UUID customer) {
        String numbers = String.join(
                " ",
                handle.select("select number from customer_number where customer = ? order by place", customer)
                        .mapTo(String.class)
                        .list());
        String outside = String.join(
                " ",
                handle.select(
                                "select source || ':' || outside_id from customer_outside_id where customer = ?"
                                        + " order by source, outside_id",
                                customer)
                        .mapTo(String.class)
                        .list());
        return handle.select("select name, tier, region, since, note from customer where id = ?", customer)
                .map((row, context) -> new PersonalRecord("customer", Optional.empty(), List.of())
                        .with("name", row.getString("name"))
                        .with("numbers", numbers)
                        .with("tier", row.getString("tier"))
                        .with("region", row.getString("region"))
                        .with("since", row.getObject("since", OffsetDateTime.class))
                        .with("outsideId", outside)
                        .with("note", row.getString("note")))
                .list();
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> h.execute("delete from customer_outside_fact where customer = ?", customer)
                + h.execute("delete from customer_outside_id where customer = ?", customer));
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return ids.move(from, to);
    }

    @Override
    public void moveBack(Collection<UUID> moved, UUID holder, UUID owner) {
        ids.moveBack(moved, holder, owner);
    }
}
