package amends.personality.jdbc;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.personality.Behaviour;
import amends.personality.Encounter;
import amends.personality.Mark;
import amends.personality.Marks;
import amends.personality.Sheet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The marks as rows. */
public final class JdbcMarks implements Marks {
    private static final String ROW = "select m.contact, m.customer, m.observer, m.behaviour, m.seen, m.at, m.severity"
            + " from personality_mark m ";
    private final Database database;
    private final Timekeeper time;
    private final HouseMarks house;

    /** @param zone whose days are "the same day" */
    public JdbcMarks(Database database, ZoneId zone, Timekeeper time) {
        this.database = database;
        this.time = time;
        house = new HouseMarks(zone);
    }

    @Override
    public void keep(Sheet sheet) {
        database.insertingHandle(handle -> {
            handle.execute(
                    "delete from personality_mark where contact = ? and observer = ?",
                    sheet.contact(),
                    sheet.observer());
            sheet.marks().forEach((behaviour, seen) -> insert(handle, sheet, behaviour, seen));
            return null;
        });
    }

    static void insert(Handle handle, Sheet sheet, Behaviour behaviour, boolean seen) {
        handle.createUpdate("""
                        insert into personality_mark (id, contact, observer, behaviour, seen, customer, at, severity)
                        values (:id, :contact, :observer, :behaviour, :seen, :customer, :at, :severity)""")
                .bind("id", Ids.named("mark:" + sheet.contact() + ":" + sheet.observer() + ":" + behaviour))
                .bind("contact", sheet.contact())
                .bind("observer", sheet.observer())
                .bind("behaviour", behaviour.name())
                .bind("seen", seen)
                .bind("customer", sheet.customer())
                .bind("at", sheet.at())
                .bind("severity", sheet.severity())
                .execute();
    }

    @Override
    public List<Encounter> of(UUID customer) {
        return database.handle(handle ->
                encounters(handle.select(ROW + "where m.customer = ? order by m.at, m.contact, m.id", customer)
                        .map(JdbcMarks::row)
                        .list()));
    }

    @Override
    public Map<UUID, List<Encounter>> ofAll() {
        Map<UUID, List<Row>> rows = new LinkedHashMap<>();
        database.handle(handle -> {
            handle.createQuery(ROW + "where " + Agreeing.condition("m.customer")
                            + " order by m.customer, m.at, m.contact, m.id")
                    .bind("now", time.now())
                    .map(JdbcMarks::row)
                    .forEach(row -> rows.computeIfAbsent(row.customer(), c -> new ArrayList<>())
                            .add(row));
            return null;
        });
        Map<UUID, List<Encounter>> all = new LinkedHashMap<>();
        rows.forEach((customer, ofCustomer) -> all.put(customer, encounters(ofCustomer)));
        return all;
    }

    @Override
    public SequencedMap<UUID, List<Encounter>> next(Optional<UUID> after, int most) {
        String customers =
                "select distinct m.customer from personality_mark m where " + Agreeing.condition("m.customer")
                        + (after.isPresent() ? " and m.customer > :after" : "") + " order by m.customer limit :most";
        var part = new LinkedHashMap<UUID, List<Row>>();
        database.handle(handle -> {
            var asked = handle.createQuery(customers).bind("now", time.now()).bind("most", most);
            after.ifPresent(last -> asked.bind("after", last));
            asked.mapTo(UUID.class).forEach(customer -> part.put(customer, new ArrayList<>()));
            if (part.isEmpty()) return null;
            handle.createQuery(ROW + "where m.customer in (<customers>) order by m.customer, m.at, m.contact, m.id")
                    .bindList("customers", List.copyOf(part.keySet()))
                    .map(JdbcMarks::row)
                    .forEach(row -> part.get(row.customer()).add(row));
            return null;
        });
        var encounters = new LinkedHashMap<UUID, List<Encounter>>();
        part.forEach((customer, rows) -> encounters.put(customer, encounters(rows)));
        return encounters;
    }

    @Override
    public int markByHouse() {
        return database.insertingHandle(handle -> house.mark(handle, time.now()));
    }

    @Override
    public int forgetUnwilling() {
        return database.handle(handle -> handle.createUpdate(
                        "delete from personality_mark where not " + Agreeing.condition("personality_mark.customer"))
                .bind("now", time.now())
                .execute());
    }

    /** One contact has one severity: the gravest that anybody saw. */
    private static List<Encounter> encounters(List<Row> rows) {
        Map<UUID, List<Row>> contacts = new LinkedHashMap<>();
        rows.forEach(row ->
                contacts.computeIfAbsent(row.contact(), c -> new ArrayList<>()).add(row));
        return contacts.values().stream()
                .map(ofContact -> new Encounter(
                        ofContact.getFirst().at(),
                        ofContact.stream().mapToInt(Row::severity).max().orElseThrow(),
                        ofContact.stream().map(Row::mark).toList()))
                .toList();
    }

    private record Row(UUID contact, UUID customer, Instant at, int severity, Mark mark) {}

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getObject("contact", UUID.class),
                row.getObject("customer", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("severity"),
                new Mark(
                        Behaviour.valueOf(row.getString("behaviour")),
                        row.getBoolean("seen"),
                        row.getString("observer")));
    }
}
