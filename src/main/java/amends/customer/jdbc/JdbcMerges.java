package amends.customer.jdbc;

import amends.customer.CustomerProfile.Tier;
import amends.customer.Merge;
import amends.customer.Merges;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The merges as rows, with what each moved and changed, by which it is undone. */
public final class JdbcMerges implements Merges {
    private static final String NUMBERS = "#numbers";
    private static final String PROFILE = "#profile";
    private static final int MOST_NOTE = 4000;
    private static final String MERGE = "select id, kept, gone, at, who, why, undone from customer_merge ";
    private final Database database;

    public JdbcMerges(Database database) {
        this.database = database;
    }

    /** What of a profile is joined. */
    private record Face(String tier, String region, Instant since, String note) {}

    /** @param key the field, the number or the row's id */
    private record Row(String room, String key, String was, String became) {}

    @Override
    public Optional<Standing> standing(UUID customer) {
        return database.handle(h -> h.select("select merged_into, erased from customer where id = ?", customer)
                .map((row, context) -> new Standing(
                        Optional.ofNullable(row.getObject("merged_into", UUID.class)), row.getObject("erased") != null))
                .findOne());
    }

    @Override
    public void join(Merge merge, Map<String, List<UUID>> moved) {
        database.handle(h -> {
            h.execute(
                    "insert into customer_merge (id, kept, gone, at, who, why) values (?, ?, ?, ?, ?, ?)",
                    merge.id(),
                    merge.kept(),
                    merge.gone(),
                    merge.at(),
                    merge.who(),
                    merge.why());
            var rows = new ArrayList<>(numbers(h, merge));
            rows.addAll(profile(h, merge));
            moved.forEach((room, ids) -> ids.forEach(id -> rows.add(new Row(room, id.toString(), null, null))));
            keep(h, merge.id(), rows);
            h.execute(
                    "update customer set merged_into = ?, version = version + 1 where id = ?",
                    merge.kept(),
                    merge.gone());
            return null;
        });
    }

    private static List<Row> numbers(Handle handle, Merge merge) {
        int places = handle.select(
                        "select coalesce(max(place), -1) + 1 from customer_number where customer = ?", merge.kept())
                .mapTo(Integer.class)
                .one();
        List<Row> rows = handle.select(
                        "select number from customer_number where customer = ? order by place", merge.gone())
                .mapTo(String.class)
                .map(number -> new Row(NUMBERS, number, null, null))
                .list();
        handle.execute(
                "update customer_number set customer = ?, place = place + ? where customer = ?",
                merge.kept(),
                places,
                merge.gone());
        return rows;
    }

    private static List<Row> profile(Handle handle, Merge merge) {
        Face kept = face(handle, merge.kept());
        Face gone = face(handle, merge.gone());
        Face both = new Face(
                higher(kept.tier(), gone.tier()),
                kept.region().isEmpty() ? gone.region() : kept.region(),
                earlier(kept.since(), gone.since()),
                joined(kept.note(), gone.note()));
        write(handle, merge.kept(), both);
        return List.of(
                new Row(PROFILE, "tier", kept.tier(), both.tier()),
                new Row(PROFILE, "region", kept.region(), both.region()),
                new Row(PROFILE, "since", text(kept.since()), text(both.since())),
                new Row(PROFILE, "note", kept.note(), both.note()));
    }

    private static Face face(Handle handle, UUID customer) {
        return handle.select("select tier, region, since, note from customer where id = ?", customer)
                .map((row, context) -> new Face(
                        row.getString("tier"),
                        row.getString("region"),
                        Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getString("note")))
                .one();
    }

    private static void write(Handle handle, UUID customer, Face face) {
        handle.createUpdate("update customer set tier = :tier, region = :region, since = :since, note = :note,"
                        + " version = version + 1 where id = :id")
                .bind("tier", face.tier())
                .bind("region", face.region())
                .bindByType("since", face.since(), Instant.class)
                .bind("note", face.note())
                .bind("id", customer)
                .execute();
    }

    private static String higher(String one, String other) {
        return Tier.valueOf(one).compareTo(Tier.valueOf(other)) >= 0 ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }

    private static String joined(String note, String more) {
        if (more.isBlank() || note.contains(more)) return note;
        String both = note.isBlank() ? more : note + "\n" + more;
        return both.length() <= MOST_NOTE ? both : note;
    }

    private static String text(Instant at) {
        return at == null ? "" : at.toString();
    }

    private static void keep(Handle handle, UUID merge, List<Row> rows) {
        var batch = handle.prepareBatch(
                "insert into customer_merge_row (merge, room, row_key, was, became) values (?, ?, ?, ?, ?)");
        for (Row row : rows) batch.add(merge, row.room(), row.key(), row.was(), row.became());
        if (!rows.isEmpty()) batch.execute();
    }

    @Override
    public Map<String, List<UUID>> separate(Merge merge, UUID who, Instant at) {
        return database.handle(h -> {
            h.execute("update customer_merge set undone = ?, undone_by = ? where id = ?", at, who, merge.id());
            h.execute("update customer set merged_into = null, version = version + 1 where id = ?", merge.gone());
            Face face = face(h, merge.kept());
            var moved = new HashMap<String, List<UUID>>();
            for (Row row : rows(h, merge.id())) {
                switch (row.room()) {
                    case NUMBERS -> giveBack(h, merge, row.key());
                    case PROFILE -> face = asBefore(face, row);
                    default ->
                        moved.computeIfAbsent(row.room(), room -> new ArrayList<>())
                                .add(UUID.fromString(row.key()));
                }
            }
            write(h, merge.kept(), face);
            return moved;
        });
    }

    private static List<Row> rows(Handle handle, UUID merge) {
        return handle.select("select room, row_key, was, became from customer_merge_row where merge = ?", merge)
                .map((row, context) -> new Row(
                        row.getString("room"), row.getString("row_key"), row.getString("was"), row.getString("became")))
                .list();
    }

    private static void giveBack(Handle handle, Merge merge, String number) {
        handle.execute(
                "update customer_number set customer = ? where number = ? and customer = ?",
                merge.gone(),
                number,
                merge.kept());
    }

    /** A field is put back only while it still is what the merge made of it. */
    private static Face asBefore(Face now, Row row) {
        return switch (row.key()) {
            case "tier" -> new Face(back(now.tier(), row), now.region(), now.since(), now.note());
            case "region" -> new Face(now.tier(), back(now.region(), row), now.since(), now.note());
            case "since" -> {
                String since = back(text(now.since()), row);
                yield new Face(now.tier(), now.region(), since.isEmpty() ? null : Instant.parse(since), now.note());
            }
            case "note" -> new Face(now.tier(), now.region(), now.since(), back(now.note(), row));
            default -> now;
        };
    }

    private static String back(String now, Row row) {
        String became = row.became() == null ? "" : row.became();
        String was = row.was() == null ? "" : row.was();
        return now.equals(became) ? was : now;
    }

    @Override
    public Optional<Merge> byId(UUID merge) {
        return database.handle(h ->
                h.select(MERGE + "where id = ?", merge).map(JdbcMerges::merge).findOne());
    }

    @Override
    public List<Merge> into(UUID kept) {
        return database.handle(h -> h.select(MERGE + "where kept = ? and undone is null order by at desc", kept)
                .map(JdbcMerges::merge)
                .list());
    }

    private static Merge merge(ResultSet row, StatementContext context) throws SQLException {
        return new Merge(
                row.getObject("id", UUID.class),
                row.getObject("kept", UUID.class),
                row.getObject("gone", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("who", UUID.class),
                row.getString("why"),
                Optional.ofNullable(row.getObject("undone", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
