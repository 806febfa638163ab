package amends.kernel.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database as an older program left it; opening it brings its tables to this program's version. */
public final class OlderTables {
    private static final String TABLES = "classpath:amends/kernel/jdbc/migration";
    private static final String GATES = "classpath:amends/kernel/jdbc/gates";

    private OlderTables() {}

    /** What is put in before. */
    public interface Filling {
        void into(Connection connection) throws SQLException;
    }

    /** @param version of the tables, as in {@code 048} @param empty without tables */
    public static void fill(DatabaseAddress empty, String version, Filling filling) {
        DataSource direct = DirectConnections.to(empty);
        Flyway.configure(OlderTables.class.getClassLoader())
                .dataSource(direct)
                .locations(empty.isH2() ? new String[] {TABLES} : new String[] {TABLES, GATES})
                // The gates of today are for the tables of today.
                .repeatableSqlMigrationPrefix("none")
                .target(version)
                .load()
                .migrate();
        try (Connection connection = direct.getConnection()) {
            filling.into(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
