package amends.kernel.jdbc;

import java.util.Locale;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections straight from the driver: for the pool to draw from, and for the migration before there is one. */
final class DirectConnections {
    /** How long a connection may take, in seconds: an agent waits for it. */
    private static final int CONNECT_SECONDS = 2;
    /** When a statement's answer is given up because the network has swallowed it, in seconds. */
    private static final int SILENT_SECONDS = 10;

    private DirectConnections() {}

    static DataSource to(DatabaseAddress address) {
        return address.isH2() ? h2(address) : postgresql(address);
    }

    private static DataSource h2(DatabaseAddress address) {
        var source = new JdbcDataSource();
        // The plain file channel is closed for good when any thread is interrupted in it; this kind is not.
        String url = address.url().replaceFirst("^jdbc:h2:file:", "jdbc:h2:async:");
        String settings = url.toUpperCase(Locale.ROOT);
        if (!settings.contains(";WRITE_DELAY=")) url += ";WRITE_DELAY=0";
        // H2's own shutdown hook would close the file while the desk still stores what it holds.
        // Its trace file would hold what was stored, and its complaints would go to the terminal.
        url += ";TRACE_LEVEL_FILE=0";
        if (!settings.contains(";DB_CLOSE_ON_EXIT=")) url += ";DB_CLOSE_ON_EXIT=FALSE";
        source.setURL(url);
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    private static DataSource postgresql(DatabaseAddress address) {
        var source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SILENT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("amends");
        // Many rows of one statement travel as one.
        source.setReWriteBatchedInserts(true);
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }
}
