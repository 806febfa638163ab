package amends.customer.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** What is said of a person, what they wanted and what they agreed to, as far as a room's table of it has an id a row. */
public final class ProfileRecords implements PersonalRecords {
    private final Database database;
    private final String table;
    private final String room;
    private final String order;
    private final RowMapper<PersonalRecord> shown;
    private final OwnedRows rows;

    private ProfileRecords(
            Database database, String table, String room, String order, RowMapper<PersonalRecord> shown) {
        this.database = database;
        this.table = table;
        this.room = room;
        this.order = order;
        this.shown = shown;
        rows = new OwnedRows(database, table);
    }

    /** Tags, those too that the customer is not shown by themselves: who asks for everything gets everything. */
    public static ProfileRecords ofTags(Database database) {
        return new ProfileRecords(
                database,
                "customer_tag",
                "tags",
                "at",
                (row, context) -> PersonalRecord.of(
                                "tag", Rows.instant(row, "at").orElseThrow())
                        .with("name", row.getString("name"))
                        .with("source", row.getString("source"))
                        .with("evidence", row.getString("evidence"))
                        .with("confidence", row.getInt("confidence"))
                        .with(
                                "expires",
                                Rows.instant(row, "expires")
                                        .map(Instant::toString)
                                        .orElse(""))
                        .with("dispute", row.getString("dispute")));
    }

    public static ProfileRecords ofNeeds(Database database) {
        return new ProfileRecords(
                database,
                "customer_need",
                "needs",
                "at",
                (row, context) -> PersonalRecord.of(
                                "need", Rows.instant(row, "at").orElseThrow())
                        .with("kind", row.getString("kind"))
                        .with("text", row.getString("words")));
    }

    public static ProfileRecords ofConsents(Database database) {
        return new ProfileRecords(
                database,
                "customer_consent",
                "consents",
                "given",
                (row, context) -> PersonalRecord.of(
                                "consent", Rows.instant(row, "given").orElseThrow())
                        .with("purpose", row.getString("purpose"))
                        .with("proof", row.getString("proof"))
                        .with(
                                "expires",
                                Rows.instant(row, "expires")
                                        .map(Instant::toString)
                                        .orElse(""))
                        .with(
                                "withdrawn",
                                Rows.instant(row, "withdrawn")
                                        .map(Instant::toString)
                                        .orElse("")));
    }

    /** What other systems said of them, as it was kept. */
    public static ProfileRecords ofOutside(Database database) {
        return new ProfileRecords(
                database,
                "customer_outside_fact",
                "outside",
                "fetched",
                (row, context) -> PersonalRecord.of(
                                "outside", Rows.instant(row, "fetched").orElseThrow())
                        .with("source", row.getString("source"))
                        .with("name", row.getString("name"))
                        .with("text", row.getString("content")));
    }

    /** What was put right of them. */
    public static ProfileRecords ofCorrections(Database database) {
        return new ProfileRecords(
                database,
                "customer_correction",
                "corrections",
                "at",
                (row, context) -> PersonalRecord.of(
                                "correction", Rows.instant(row, "at").orElseThrow())
                        .with("what", row.getString("field"))
                        .with("was", row.getString("was"))
                        .with("became", row.getString("became"))
                        .with("why", row.getString("why")));
    }

    @Override
    public String room() {
        return room;
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return database.handle(
                h -> h.select("select * from " + table + " where customer = ? order by " + order + " desc", customer)
                        .map(shown)
                        .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> h.execute("delete from " + table + " where customer = ?", customer));
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
