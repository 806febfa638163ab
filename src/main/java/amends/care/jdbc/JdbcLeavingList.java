package amends.care.jdbc;

import amends.care.Leaving;
import amends.care.LeavingList;
import amends.care.LeavingOdds.Reason;
import amends.care.Sign;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/** Who is likely to leave, as rows; the reasons stand in one column, as in {@code OWED=1.2 SILENT=0.7}. */
public final class JdbcLeavingList implements LeavingList {
    private static final String LEAVING = "select customer, name, chance, owed, reasons, at from leaving ";
    private final Database database;

    public JdbcLeavingList(Database database) {
        this.database = database;
    }

    @Override
    public void replace(List<Leaving> all) {
        database.handle(handle -> {
            handle.execute("delete from leaving");
            var batch = handle.prepareBatch(
                    "insert into leaving (customer, name, chance, owed, reasons, at) values (?, ?, ?, ?, ?, ?)");
            all.forEach(l -> batch.add(l.customer(), l.name(), l.chance(), l.owed(), written(l.reasons()), l.at()));
            return all.isEmpty() ? 0 : batch.execute().length;
        });
    }

    @Override
    public List<Leaving> likeliest(int most) {
        return database.handle(handle -> handle.select(LEAVING + "order by chance desc, customer limit ?", most)
                .map(JdbcLeavingList::leaving)
                .list());
    }

    @Override
    public Optional<Leaving> of(UUID customer) {
        return database.handle(handle -> handle.select(LEAVING + "where customer = ?", customer)
                .map(JdbcLeavingList::leaving)
                .findOne());
    }

    private static String written(List<Reason> reasons) {
        return reasons.stream().map(r -> r.sign() + "=" + r.part()).collect(Collectors.joining(" "));
    }

    private static List<Reason> read(String written) {
        var reasons = new ArrayList<Reason>();
        for (String one : written.split(" ")) {
            String[] pair = one.split("=", 2);
            if (pair.length == 2) reasons.add(new Reason(Sign.valueOf(pair[0]), Double.parseDouble(pair[1])));
        }
        return reasons;
    }

    private static Leaving leaving(ResultSet row, StatementContext context) throws SQLException {
        return new Leaving(
                row.getObject("customer", UUID.class),
                row.getString("name"),
                row.getDouble("chance"),
                row.getDouble("owed"),
                read(row.getString("reasons")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
