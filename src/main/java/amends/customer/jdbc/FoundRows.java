package amends.customer.jdbc;

import amends.customer.CustomerProfile.Tier;
import amends.customer.FoundCustomer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Customers as a list shows them: of a number only its end leaves the database. */
final class FoundRows {
    private static final int END = 4;

    private FoundRows() {}

    /** @param table an alias of the customer @param prefix of the columns */
    static String columns(String table, String prefix) {
        return """
                %1$s.id as %2$sid, %1$s.name as %2$sname, %1$s.tier as %2$stier, %1$s.region as %2$sregion,
                %1$s.merged_into as %2$smerged,
                (select right(n.number, %3$d) from customer_number n
                where n.customer = coalesce(%1$s.merged_into, %1$s.id) order by n.place limit 1) as %2$snumber_end,
                (select min(o.outside_id) from customer_outside_id o
                where o.customer = coalesce(%1$s.merged_into, %1$s.id)) as %2$soutside""".formatted(table, prefix, END);
    }

    static FoundCustomer read(ResultSet row, String prefix) throws SQLException {
        return new FoundCustomer(
                row.getObject(prefix + "id", UUID.class),
                row.getString(prefix + "name"),
                Tier.valueOf(row.getString(prefix + "tier")),
                row.getString(prefix + "region"),
                blank(row.getString(prefix + "number_end")),
                blank(row.getString(prefix + "outside")),
                Optional.ofNullable(row.getObject(prefix + "merged", UUID.class)));
    }

    private static String blank(String text) {
        return text == null ? "" : text;
    }
}
