package amends.customer.jdbc;

import amends.customer.Need;
import amends.customer.Needs;
import amends.kernel.PlainText;
import amends.kernel.jdbc.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What customers wanted, as rows. */
public final class JdbcNeeds implements Needs {
    private final Database database;

    public JdbcNeeds(Database database) {
        this.database = database;
    }

    @Override
    public List<Need> of(UUID customer, int most) {
        return database.handle(h -> h.select(
                        "select id, customer, contact, kind, words, who, at from customer_need"
                                + " where customer = ? order by at desc, id desc limit ?",
                        customer,
                        most)
                .map((row, context) -> new Need(
                        row.getObject("id", UUID.class),
                        row.getObject("customer", UUID.class),
                        Optional.ofNullable(row.getObject("contact", UUID.class)),
                        Need.Kind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getObject("who", UUID.class),
                        Rows.instant(row, "at").orElseThrow()))
                .list());
    }

    @Override
    public void add(Need need) {
        database.insertingHandle(h -> {
            boolean there = h.select("select 1 from customer_need where id = ?", need.id())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (there) return null;
            h.createUpdate("insert into customer_need (id, customer, contact, kind, words, who, at)"
                            + " values (:id, :customer, :contact, :kind, :words, :who, :at)")
                    .bind("id", need.id())
                    .bind("customer", need.customer())
                    .bindByType("contact", need.contact().orElse(null), UUID.class)
                    .bind("kind", need.kind().name())
                    .bind("words", PlainText.line(need.words(), Need.LONGEST))
                    .bind("who", need.who())
                    .bind("at", need.at())
                    .execute();
            return null;
        });
    }

    @Override
    public boolean remove(UUID need) {
        return database.handle(h -> h.execute("delete from customer_need where id = ?", need)) > 0;
    }
}
