package amends.customer.jdbc;

import amends.customer.OutsideBook;
import amends.customer.OutsideFact;
import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What other systems said, as rows; of one source all are of the same moment. */
public final class JdbcOutsideBook implements OutsideBook {
    private final Database database;

    public JdbcOutsideBook(Database database) {
        this.database = database;
    }

    private record Row(String source, Instant at, OutsideFact fact) {}

    @Override
    public Map<String, Kept> of(UUID customer) {
        List<Row> rows = database.handle(h -> h.select(
                        "select source, fetched, kind, name, content from customer_outside_fact where customer = ?"
                                + " order by source, fetched desc, place",
                        customer)
                .map((row, context) -> new Row(
                        row.getString("source"),
                        Rows.instant(row, "fetched").orElseThrow(),
                        new OutsideFact(
                                OutsideFact.Kind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getString("content"))))
                .list());
        return newest(rows);
    }

    /** Two customers that became one may have two answers of one source: the newer one counts. */
    private static Map<String, Kept> newest(List<Row> rows) {
        var kept = new LinkedHashMap<String, Kept>();
        for (Row row : rows) {
            Kept before = kept.get(row.source());
            if (before != null && before.at().isAfter(row.at())) continue;
            var facts = new ArrayList<>(before == null ? List.<OutsideFact>of() : before.facts());
            facts.add(row.fact());
            kept.put(row.source(), new Kept(row.at(), facts));
        }
        return kept;
    }

    /** Whoever was erased, or merged into another, has no number any more. */
    @Override
    public boolean keep(UUID customer, String source, Instant at, List<OutsideFact> facts) {
        return database.handle(h -> {
            boolean there = h.select("select count(*) from customer_number where customer = ?", customer)
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            h.execute("delete from customer_outside_fact where customer = ? and source = ?", customer, source);
            if (!there || facts.isEmpty()) return there;
            var rows = h.prepareBatch("insert into customer_outside_fact"
                    + " (id, customer, source, fetched, place, kind, name, content) values (?, ?, ?, ?, ?, ?, ?, ?)");
            for (int place = 0; place < facts.size(); place++) {
                OutsideFact fact = facts.get(place);
                rows.add(Ids.next(), customer, source, at, place, fact.kind().name(), fact.name(), fact.content());
            }
            rows.execute();
            return true;
        });
    }

    @Override
    public Optional<String> idOf(UUID customer, String system) {
        return database.handle(h -> h.select(
                        "select outside_id from customer_outside_id where customer = ? and source = ?"
                                + " order by outside_id",
                        customer,
                        system)
                .mapTo(String.class)
                .findFirst());
    }
}
