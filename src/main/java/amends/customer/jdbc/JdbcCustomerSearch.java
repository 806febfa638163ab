package amends.customer.jdbc;

import amends.customer.CustomerSearch;
import amends.customer.FoundCustomer;
import amends.kernel.jdbc.Database;
import java.util.List;

/** Finds customers by three indexes: the folded name's beginning, the number, the outside id. */
public final class JdbcCustomerSearch implements CustomerSearch {
    private final Database database;

    public JdbcCustomerSearch(Database database) {
        this.database = database;
    }

    @Override
    public List<FoundCustomer> find(Words words, int from, int most) {
        return database.handle(h -> h.createQuery("select " + FoundRows.columns("c", "c_") + """
                         from customer c where c.erased is null and c.id in (
                        select f.id from customer f where f.sought like :name escape '!'
                        union select n.customer from customer_number n where n.number = :number
                        union select o.customer from customer_outside_id o where o.outside_id = :outside)
                        order by c.sought, c.id offset :from rows fetch next :most rows only""")
                .bind("name", prefix(words.name()))
                .bind("number", words.number())
                .bind("outside", words.outsideId())
                .bind("from", from)
                .bind("most", most)
                .map((row, context) -> FoundRows.read(row, "c_"))
                .list());
    }

    private static String prefix(String name) {
        return name.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
