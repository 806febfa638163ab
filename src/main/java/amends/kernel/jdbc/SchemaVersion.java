package amends.kernel.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Which version the tables are at. The owner of the tables brings them to this program's version; everybody else only
 * looks whether they are.
 */
final class SchemaVersion {
    private static final String TABLES = "classpath:amends/kernel/jdbc/migration";
    /** Where each person has a login of their own: what it may do. */
    private static final String GATES = "classpath:amends/kernel/jdbc/gates";

    /** Of a column "bytes": the one thing that both engines have and call otherwise. */
    private static final String H2_SHA256 = "rawtohex(hash('SHA-256', bytes))";

    private static final String POSTGRESQL_SHA256 = "encode(sha256(bytes), 'hex')";

    private final Flyway flyway;
    private final boolean mayHaveOtherOwner;

    private SchemaVersion(Flyway flyway, boolean mayHaveOtherOwner) {
        this.flyway = flyway;
        this.mayHaveOtherOwner = mayHaveOtherOwner;
    }

    static SchemaVersion of(DataSource direct, DatabaseAddress address) {
        if (address.isH2())
            return new SchemaVersion(
                    configured(direct).placeholders(Map.of("sha256", H2_SHA256)).load(), false);
        FluentConfiguration both = configured(direct).locations(TABLES, GATES);
        return new SchemaVersion(
                both.placeholders(Map.of("tables", newest(direct), "sha256", POSTGRESQL_SHA256))
                        .load(),
                true);
    }

    /** The gates are made anew when there are other tables. */
    private static String newest(DataSource direct) {
        return Arrays.stream(configured(direct).load().info().all())
                .filter(each -> each.getState().isResolved() && each.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElseThrow();
    }

    private static FluentConfiguration configured(DataSource direct) {
        return Flyway.configure(SchemaVersion.class.getClassLoader())
                .dataSource(direct)
                .locations(TABLES)
                .failOnMissingLocations(true);
    }

    /** @throws SQLException with one plain line when the tables are at another version and are not ours to change */
    void reached(Connection connection) throws SQLException {
        if (mayHaveOtherOwner && isAnothers(connection)) check();
        else flyway.migrate();
    }

    private static boolean isAnothers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet owner = statement.executeQuery("""
                        select not pg_has_role(tableowner, 'usage') from pg_tables
                        where tablename = 'flyway_schema_history' and schemaname = current_schema()""")) {
            return owner.next() && owner.getBoolean(1);
        }
    }

    private void check() throws SQLException {
        for (MigrationInfo each : flyway.info().all()) {
            if (each.getVersion() == null) continue;
            MigrationState state = each.getState();
            if (state == MigrationState.PENDING || state == MigrationState.IGNORED)
                throw new SQLException("the tables are older than this program (they lack " + each.getVersion()
                        + "): let their owner run 'amends db migrate'");
            if (Arrays.asList(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED)
                    .contains(state))
                throw new SQLException("the tables are newer than this program (" + each.getVersion()
                        + " is not known to it): update the program on this machine");
        }
    }
}
