package amends.customer.jdbc;

import amends.customer.Duplicate;
import amends.customer.Duplicates;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Pairs of customers who may be one, as rows. */
public final class JdbcDuplicates implements Duplicates {
    private final Database database;

    public JdbcDuplicates(Database database) {
        this.database = database;
    }

    @Override
    public void add(Duplicate duplicate) {
        database.insertingHandle(h -> {
            boolean there = h.select("select 1 from customer_duplicate where id = ?", duplicate.id())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (there) return null;
            h.execute(
                    "insert into customer_duplicate (id, one, another, reason, detail, found, state)"
                            + " values (?, ?, ?, ?, ?, ?, 'OPEN')",
                    duplicate.id(),
                    duplicate.one(),
                    duplicate.another(),
                    duplicate.reason().name(),
                    duplicate
                            .detail()
                            .substring(0, Math.min(200, duplicate.detail().length())),
                    duplicate.found());
            return null;
        });
    }

    @Override
    public List<Pair> open(int most) {
        return database.handle(h -> h.select(
                        "select d.id, d.one, d.another, d.reason, d.detail, d.found, "
                                + FoundRows.columns("a", "a_") + ", " + FoundRows.columns("b", "b_")
                                + " from customer_duplicate d join customer a on a.id = d.one join customer b on b.id = d.another"
                                + " where d.state = 'OPEN' and a.merged_into is null and b.merged_into is null"
                                + " and a.erased is null and b.erased is null"
                                + " order by case d.reason when 'SAME_ID' then 0 when 'SAME_NUMBER' then 1"
                                + " when 'NAME_AND_BIRTHDAY' then 2 else 3 end, d.found, d.id limit ?",
                        most)
                .map(JdbcDuplicates::pair)
                .list());
    }

    private static Pair pair(ResultSet row, StatementContext context) throws SQLException {
        var duplicate = new Duplicate(
                row.getObject("id", UUID.class),
                row.getObject("one", UUID.class),
                row.getObject("another", UUID.class),
                Duplicate.Reason.valueOf(row.getString("reason")),
                row.getString("detail"),
                row.getObject("found", OffsetDateTime.class).toInstant());
        return new Pair(duplicate, FoundRows.read(row, "a_"), FoundRows.read(row, "b_"));
    }

    @Override
    public int countOpen() {
        return database.handle(h -> h.select("""
                        select count(*) from customer_duplicate d join customer a on a.id = d.one
                        join customer b on b.id = d.another where d.state = 'OPEN' and a.merged_into is null
                        and b.merged_into is null and a.erased is null and b.erased is null""").mapTo(Integer.class).one());
    }

    @Override
    public void dismiss(UUID duplicate) {
        database.handle(h -> h.execute("update customer_duplicate set state = 'TWO' where id = ?", duplicate));
    }

    @Override
    public List<Person> after(Optional<UUID> last, int most) {
        return database.handle(h -> h.createQuery(
                        "select c.id, c.name, c.region, (select min(o.in_month * 100 + o.on_day)"
                                + " from customer_occasion o where o.customer = c.id and o.kind = 'BIRTHDAY') as birthday"
                                + " from customer c where c.merged_into is null and c.erased is null and c.name <> ''"
                                + (last.isPresent() ? " and c.id > :last" : "") + " order by c.id limit :most")
                .bind("most", most)
                .bindMap(last.map(id -> java.util.Map.of("last", (Object) id)).orElse(java.util.Map.of()))
                .map((row, context) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("region"),
                        row.getInt("birthday")))
                .list());
    }
}
