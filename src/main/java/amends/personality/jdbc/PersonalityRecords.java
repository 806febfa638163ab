package amends.personality.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The marks made of a person and what members said of the estimate. Who made them is not the person's to know. */
public final class PersonalityRecords implements PersonalRecords {
    private static final List<String> TABLES = List.of("personality_mark", "personality_objection");
    private final Database database;

    public PersonalityRecords(Database database) {
        this.database = database;
    }

    @Override
    public String room() {
        return "personality";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return database.handle(handle -> {
            List<PersonalRecord> all = new ArrayList<>(handle.select(
                            "select at, behaviour, seen from personality_mark where customer = ?", customer)
                    .map((row, context) -> at("behaviour", row)
                            .with("behaviour", row.getString("behaviour"))
                            .with("seen", row.getBoolean("seen") ? "yes" : "no"))
                    .list());
            all.addAll(handle.select("select at, type, reason from personality_objection where customer = ?", customer)
                    .map((row, context) -> at("objection", row)
                            .with("type", row.getString("type"))
                            .with("reason", row.getString("reason")))
                    .list());
            all.addAll(handle.select("select since, type from personality_type where customer = ?", customer)
                    .map((row, context) -> PersonalRecord.of(
                                    "reportType",
                                    row.getObject("since", OffsetDateTime.class).toInstant())
                            .with("type", row.getString("type")))
                    .list());
            all.sort(Comparator.comparing((PersonalRecord r) -> r.at().orElseThrow())
                    .reversed());
            return List.copyOf(all);
        });
    }

    private static PersonalRecord at(String kind, ResultSet row) throws SQLException {
        return PersonalRecord.of(kind, row.getObject("at", OffsetDateTime.class).toInstant());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(handle -> TABLES.stream()
                        .mapToInt(table -> handle.execute("delete from " + table + " where customer = ?", customer))
                        .sum()
                + dropType(handle, customer));
    }

    private static int dropType(Handle handle, UUID customer) {
        return handle.execute("delete from personality_type where customer = ?", customer);
    }

    /** Whom the other one becomes is estimated anew in the night. */
    @Override
    public List<UUID> move(UUID from, UUID to) {
        return database.handle(handle -> {
            dropType(handle, from);
            List<UUID> moved = new ArrayList<>();
            for (String table : TABLES) {
                moved.addAll(handle.select("select id from " + table + " where customer = ?", from)
                        .mapTo(UUID.class)
                        .list());
                handle.execute("update " + table + " set customer = ? where customer = ?", to, from);
            }
            return moved;
        });
    }

    @Override
    public void moveBack(Collection<UUID> rows, UUID holder, UUID owner) {
        if (rows.isEmpty()) return;
        database.handle(handle -> {
            TABLES.forEach(table -> back(handle, table, rows, holder, owner));
            return null;
        });
    }

    private static void back(Handle handle, String table, Collection<UUID> rows, UUID holder, UUID owner) {
        handle.createUpdate("update " + table + " set customer = :owner where customer = :holder and id in (<rows>)")
                .bind("owner", owner)
                .bind("holder", holder)
                .bindList("rows", List.copyOf(rows))
                .execute();
    }
}
