package amends.care.jdbc;

import amends.care.Debtors;
import amends.care.History;
import amends.care.History.Failed;
import amends.care.History.Spoke;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.recovery.Evidence.Kind;
import amends.recovery.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** To whom we owe, read from the rows of failures, contacts, complaints and callbacks. */
public final class JdbcDebtors implements Debtors {
    /** Customers of whom is asked at once. */
    private static final int BLOCK = 500;

    private static final String UNATTENDED = """
            select distinct f.customer from failure f where f.state = 'OPEN' and %s
            and not exists (select 1 from complaint c where c.customer = f.customer and c.state <> 'CLOSED')
            and not exists (select 1 from callback b where b.customer = f.customer
              and b.state in ('SCHEDULED', 'ATTEMPTING', 'MISSED'))
            and not exists (select 1 from care_call k where k.customer = f.customer
              and (k.state in ('WAITING', 'TAKEN') or k.outcome = 'NOT_WANTED'
                or k.changed > :since and coalesce(k.outcome, '') <> 'SETTLED'))
            order by f.customer limit :most""";

    private final Database database;

    public JdbcDebtors(Database database) {
        this.database = database;
    }

    @Override
    public List<UUID> unattended(Instant calledBefore, Optional<UUID> after, int most) {
        String sql = UNATTENDED.formatted(after.isPresent() ? "f.customer > :after" : "f.customer is not null");
        return database.handle(handle -> {
            var asked = handle.createQuery(sql).bind("since", calledBefore).bind("most", most);
            after.ifPresent(last -> asked.bind("after", last));
            return asked.mapTo(UUID.class).list();
        });
    }

    @Override
    public Map<UUID, Reach> reached(List<UUID> customers) {
        var reached = new HashMap<UUID, Reach>();
        database.handle(handle -> {
            for (List<UUID> block : blocks(customers))
                handle.createQuery("select c.id, c.name, n.number from customer c join customer_number n"
                                + " on n.customer = c.id where c.id in (<ids>) order by n.place, n.number")
                        .bindList("ids", block)
                        .map((row, context) -> reached.putIfAbsent(
                                row.getObject("id", UUID.class),
                                new Reach(row.getString("name"), new PhoneNumber(row.getString("number")))))
                        .list();
            return reached.size();
        });
        return reached;
    }

    @Override
    public List<History> histories(Instant since, int most) {
        return database.handle(handle -> histories(
                handle,
                handle.select(
                                "select customer from failure where customer is not null and at > ?"
                                        + " group by customer order by max(at) desc, customer limit ?",
                                since,
                                most)
                        .mapTo(UUID.class)
                        .list()));
    }

    @Override
    public Optional<History> history(UUID customer) {
        return database.handle(
                handle -> histories(handle, List.of(customer)).stream().findFirst());
    }

    private static List<History> histories(Handle handle, List<UUID> customers) {
        var histories = new ArrayList<History>();
        for (List<UUID> block : blocks(customers)) {
            var failed = rows(
                    handle,
                    block,
                    "select customer, kind, severity, at, settled_at from failure where customer in (<ids>)",
                    JdbcDebtors::failed);
            var spoke = rows(
                    handle,
                    block,
                    "select customer, began, score from contact where customer in (<ids>) and answered is not null",
                    JdbcDebtors::spoke);
            var complained = rows(
                    handle,
                    block,
                    "select customer, opened from complaint where customer in (<ids>)",
                    row -> Optional.of(instant(row, "opened")));
            for (UUID customer : block)
                histories.add(new History(
                        customer,
                        failed.getOrDefault(customer, List.of()),
                        spoke.getOrDefault(customer, List.of()),
                        complained.getOrDefault(customer, List.of())));
        }
        return histories;
    }

    private interface RowReader<T> {
        Optional<T> read(ResultSet row) throws SQLException;
    }

    private static <T> Map<UUID, List<T>> rows(Handle handle, List<UUID> customers, String sql, RowReader<T> reader) {
        var all = new LinkedHashMap<UUID, List<T>>();
        handle.createQuery(sql)
                .bindList("ids", customers)
                .map((ResultSet row, StatementContext context) -> {
                    var of = all.computeIfAbsent(row.getObject("customer", UUID.class), c -> new ArrayList<>());
                    reader.read(row).ifPresent(of::add);
                    return of;
                })
                .list();
        return all;
    }

    private static Optional<Failed> failed(ResultSet row) throws SQLException {
        Optional<Instant> settled = Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        return Optional.of(new Failed(
                Kind.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                instant(row, "at"),
                settled));
    }

    private static Optional<Spoke> spoke(ResultSet row) throws SQLException {
        return Optional.of(
                new Spoke(instant(row, "began"), Optional.ofNullable(row.getObject("score", Integer.class))));
    }

    private static List<List<UUID>> blocks(List<UUID> all) {
        var blocks = new ArrayList<List<UUID>>();
        for (int i = 0; i < all.size(); i += BLOCK) blocks.add(all.subList(i, Math.min(all.size(), i + BLOCK)));
        return blocks;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
