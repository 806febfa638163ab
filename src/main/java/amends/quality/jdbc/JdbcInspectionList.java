package amends.quality.jdbc;

import amends.contact.CallLine;
import amends.kernel.jdbc.Database;
import amends.quality.InspectionList;
import amends.quality.NumberMask;
import amends.recording.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The inspector's list in one query; of a number only its ends leave the database. */
public final class JdbcInspectionList implements InspectionList {
    private static final String ROW = """
            select r.id, r.began, r.length, r.state, r.announced, r.agent, s.name as agent_name, c.id as contact,
            c.score, substring(c.number from 1 for %d) as head, right(c.number, %d) as tail,
            char_length(c.number) as size, c.line_mean, c.line_worst,
            c.line_loss, c.line_loss_there, c.line_round_trip, e.percent, e.failed
            from recording r
            left join contact c on c.recording = r.id
            left join staff_member s on s.id = r.agent
            left join evaluation e on e.id = (select k.id from evaluation k where k.recording = r.id
            and k.state = 'KEPT' order by k.at desc, k.id desc limit 1)
            """.formatted(NumberMask.HEAD, NumberMask.TAIL);

    private final Database database;
    private final NumberMask mask;

    public JdbcInspectionList(Database database, NumberMask mask) {
        this.database = database;
        this.mask = mask;
    }

    @Override
    public Page page(Filter filter, Optional<Place> after, int most) {
        var sql = new StringBuilder(ROW).append("where 1 = 1");
        if (filter.agent().isPresent()) sql.append(" and r.agent = :agent");
        if (filter.since().isPresent()) sql.append(" and r.began >= :since");
        if (filter.lowScore()) sql.append(" and c.score <= :low");
        switch (filter.evaluated()) {
            case EITHER -> {}
            case YES -> sql.append(" and e.id is not null");
            case NOT_YET -> sql.append(" and e.id is null");
        }
        if (after.isPresent()) sql.append(" and (r.began < :began or r.began = :began and r.id < :id)");
        sql.append(" order by r.began desc, r.id desc limit :limit");
        return database.handle(h -> {
            Query query = h.createQuery(sql.toString()).bind("limit", most + 1);
            filter.agent().ifPresent(agent -> query.bind("agent", agent));
            filter.since().ifPresent(since -> query.bind("since", since));
            if (filter.lowScore()) query.bind("low", Filter.LOW);
            after.ifPresent(place -> query.bind("began", place.began()).bind("id", place.recording()));
            return paged(query.map(this::read).list(), most);
        });
    }

    /** One row more than asked for was fetched, to know whether there are more. */
    private static Page paged(List<Row> rows, int most) {
        if (rows.size() <= most) return new Page(rows, Optional.empty());
        Row last = rows.get(most - 1);
        return new Page(rows.subList(0, most), Optional.of(new Place(last.began(), last.recording())));
    }

    @Override
    public Optional<Row> row(UUID recording) {
        return database.handle(
                h -> h.select(ROW + "where r.id = ?", recording).map(this::read).findFirst());
    }

    @Override
    public List<Agent> agents() {
        return database.handle(h -> h.select("""
                        select s.id, s.name from staff_member s
                        where exists (select 1 from recording r where r.agent = s.id) order by s.name, s.id""")
                .map((row, context) -> new Agent(row.getObject("id", UUID.class), row.getString("name")))
                .list());
    }

    @Override
    public Optional<String> numberOf(UUID recording) {
        return database.handle(h -> h.select("select number from contact where recording = ?", recording)
                .mapTo(String.class)
                .findFirst());
    }

    private Row read(ResultSet row, StatementContext context) throws SQLException {
        Optional<UUID> contact = Optional.ofNullable(row.getObject("contact", UUID.class));
        String name = row.getString("agent_name");
        Instant began = row.getObject("began", OffsetDateTime.class).toInstant();
        return new Row(
                row.getObject("id", UUID.class),
                contact,
                new Agent(row.getObject("agent", UUID.class), name == null ? "" : name),
                contact.isPresent() ? mask.of(row.getString("head"), row.getInt("size"), row.getString("tail")) : "",
                began,
                Duration.ofNanos(row.getLong("length") * 1000),
                Recording.State.valueOf(row.getString("state")),
                row.getBoolean("announced"),
                number(row, "score"),
                line(row),
                number(row, "percent").map(percent -> new Given(percent, flag(row, "failed"))));
    }

    private static Optional<CallLine> line(ResultSet row) throws SQLException {
        Optional<Integer> mean = number(row, "line_mean");
        if (mean.isEmpty()) return Optional.empty();
        return Optional.of(new CallLine(
                mean.get(),
                row.getInt("line_worst"),
                row.getInt("line_loss"),
                number(row, "line_loss_there"),
                number(row, "line_round_trip")));
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static boolean flag(ResultSet row, String column) {
        try {
            return row.getBoolean(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
