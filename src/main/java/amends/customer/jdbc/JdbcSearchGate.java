package amends.customer.jdbc;

import amends.customer.CustomerGate;
import amends.customer.FoundCustomer;
import amends.customer.SearchGate;
import amends.kernel.Ids;
import amends.kernel.StoreRefused;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.SqlFailure;
import java.util.List;

/**
 * The gate of searches of a PostgreSQL, for a desk whose connection is the person's own login: entered in one
 * transaction and shown in the next, as {@link JdbcCustomerGate} does it. Who searches is the session's matter.
 */
public final class JdbcSearchGate implements SearchGate {
    private static final String TOO_MANY = "AM001";
    private final Database database;

    public JdbcSearchGate(Database database) {
        this.database = database;
    }

    @Override
    public List<FoundCustomer> find(Search search) {
        var words = search.words();
        Object[] asked = {Ids.next(), words.name(), words.number(), words.outsideId(), search.from()};
        try {
            database.handle(h -> h.select("select gate.search(?, ?, ?, ?, ?)", asked)
                    .mapToMap()
                    .list());
        } catch (StoreRefused e) {
            throw SqlFailure.is(e, TOO_MANY) ? new CustomerGate.TooManyLooks() : e;
        }
        List<FoundCustomer> page =
                database.handle(h -> h.select("select * from gate.found_customers(?, ?, ?, ?, ?)", asked)
                        .map((row, context) -> FoundRows.read(row, "c_"))
                        .list());
        return page.subList(0, Math.min(page.size(), search.most()));
    }
}
