package amends.customer.jdbc;

import amends.customer.CustomersExport;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/** Customers as the cells of a table. */
public final class JdbcExportRows implements CustomersExport.Rows {
    private final Database database;
    private final ZoneId zone;

    public JdbcExportRows(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    @Override
    public List<CustomersExport.Row> after(Optional<UUID> last, int most) {
        return database.handle(h -> {
            List<CustomersExport.Row> rows = h.createQuery(
                            """
                            select c.id, c.name, c.tier, c.region, c.since, c.note, p.segment, p.language,
                            o.in_month, o.on_day, o.in_year,
                            (select min(x.outside_id) from customer_outside_id x where x.customer = c.id) as outside
                            from customer c left join customer_portrait p on p.customer = c.id
                            left join customer_occasion o on o.customer = c.id and o.kind = 'BIRTHDAY'
                            where c.merged_into is null and c.erased is null""" + (last.isPresent() ? " and c.id > :last" : "") + " order by c.id limit :most")
                    .bind("most", most)
                    .bindMap(last.map(id -> Map.of("last", (Object) id)).orElse(Map.of()))
                    .map(this::row)
                    .list();
            if (rows.isEmpty()) return rows;
            Map<UUID, String> numbers = h
                    .createQuery(
                            "select customer, number from customer_number where customer in (<ids>) order by place")
                    .bindList("ids", rows.stream().map(CustomersExport.Row::id).toList())
                    .map((row, c) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a + ";" + b));
            return rows.stream().map(row -> with(row, numbers)).toList();
        });
    }

    private static CustomersExport.Row with(CustomersExport.Row row, Map<UUID, String> numbers) {
        var cells = new java.util.ArrayList<>(row.cells());
        cells.add(2, numbers.getOrDefault(row.id(), ""));
        return new CustomersExport.Row(row.id(), cells);
    }

    private CustomersExport.Row row(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new CustomersExport.Row(
                row.getObject("id", UUID.class),
                List.of(
                        text(row.getString("outside")),
                        text(row.getString("name")),
                        text(row.getString("tier")),
                        text(row.getString("region")),
                        since == null
                                ? ""
                                : since.atZoneSameInstant(zone).toLocalDate().toString(),
                        birthday(row),
                        text(row.getString("language")),
                        text(row.getString("segment")),
                        text(row.getString("note"))));
    }

    private static String birthday(ResultSet row) throws SQLException {
        int month = row.getInt("in_month");
        int day = row.getInt("on_day");
        int year = row.getInt("in_year");
        if (month == 0) return "";
        return year == 0 ? "%d-%d".formatted(month, day) : "%04d-%02d-%02d".formatted(year, month, day);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
