package amends.customer.jdbc;

import amends.customer.OutsideAnswer;
import amends.customer.OutsideFact;
import amends.customer.OutsideMapping;
import amends.customer.OutsideSource;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.Secret;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * A view in another database, read by one column. A pool of its own, read-only, that is built and connects when it is
 * first asked, so that no desk waits for it to start; every question has a time of its own.
 */
public final class JdbcOutsideSource implements OutsideSource, AutoCloseable {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}(\\.[A-Za-z_][A-Za-z0-9_]{0,62}){0,2}");
    private static final String NO_CONNECTION = "08000";
    private static final int CONNECTIONS = 2;
    private static final long LEAST_WAIT = 250;
    private static final long IDLE = 60_000;
    /** More rows than one are nobody in particular. */
    private static final int MOST_ROWS = 2;

    private final Facing facing;
    private final String sql;
    private final ReentrantLock opening = new ReentrantLock();
    private HikariDataSource pool;
    private boolean closed;

    /**
     * What the settings say.
     *
     * @param key the column that is compared
     * @param by what it holds
     */
    public record Facing(
            String name,
            String idsOf,
            String url,
            String user,
            Secret password,
            String view,
            String key,
            Key by,
            String homeRegion,
            Duration deadline,
            boolean needsConsent,
            OutsideMapping mapping) {}

    /** What a column holds by which customers are found. */
    public enum Key {
        /** Numbers as +8613800138000. */
        NUMBER,
        /** Numbers as they are dialled in the country, digits only. */
        NATIONAL,
        ID
    }

    /** @throws IllegalArgumentException when a name is none that needs no quoting */
    public static void check(String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("letters, digits and _ only");
    }

    /** @throws IllegalArgumentException when no driver here understands it */
    public static void checkDriver(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new IllegalArgumentException("no driver for this database is here");
        }
    }

    public JdbcOutsideSource(Facing facing) {
        this.facing = facing;
        List.of(facing.view(), facing.key()).forEach(JdbcOutsideSource::check);
        List<String> columns = facing.mapping().places().stream().distinct().toList();
        columns.forEach(JdbcOutsideSource::check);
        sql = "select " + String.join(", ", columns) + " from " + facing.view() + " where " + facing.key() + " = ?";
    }

    /** @throws SQLException with no text of the failure, which holds the URL and what is written in it */
    private HikariDataSource pool() throws SQLException {
        opening.lock();
        try {
            if (closed) throw new SQLException("closed", NO_CONNECTION);
            if (pool == null) pool = new HikariDataSource(config(facing));
            return pool;
        } catch (RuntimeException e) {
            throw new SQLException(e.getClass().getSimpleName(), NO_CONNECTION);
        } finally {
            opening.unlock();
        }
    }

    private static HikariConfig config(Facing facing) {
        var config = new HikariConfig();
        config.setPoolName("outside-" + facing.name());
        config.setJdbcUrl(facing.url());
        config.setUsername(facing.user());
        config.setPassword(facing.password().reveal());
        config.setReadOnly(true);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(Math.max(LEAST_WAIT, facing.deadline().toMillis()));
        config.setValidationTimeout(Math.max(LEAST_WAIT, facing.deadline().toMillis()));
        if (facing.url().startsWith("jdbc:postgresql:")) {
            String seconds = String.valueOf(seconds(facing.deadline().multipliedBy(2)));
            config.addDataSourceProperty("socketTimeout", seconds);
            config.addDataSourceProperty("connectTimeout", seconds);
            config.addDataSourceProperty("loginTimeout", seconds);
        }
        return config;
    }

    private static int seconds(Duration some) {
        return (int) Math.max(1, some.plusMillis(999).toSeconds());
    }

    @Override
    public String name() {
        return facing.name();
    }

    @Override
    public String idsOf() {
        return facing.idsOf();
    }

    @Override
    public boolean understands(Question question) {
        return key(question).isPresent();
    }

    private Optional<String> key(Question question) {
        return switch (facing.by()) {
            case NUMBER -> question.number().map(PhoneNumber::e164);
            case NATIONAL ->
                question.number()
                        .map(number -> number.shownIn(facing.homeRegion()).replaceAll("[^0-9+]", ""));
            case ID -> question.id();
        };
    }

    @Override
    public Duration deadline() {
        return facing.deadline();
    }

    @Override
    public boolean needsConsent() {
        return facing.needsConsent();
    }

    @Override
    public OutsideAnswer ask(Question question) {
        Optional<String> key = key(question);
        if (key.isEmpty()) return new OutsideAnswer.Nothing();
        try (Connection connection = pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(seconds(facing.deadline()));
            statement.setMaxRows(MOST_ROWS);
            statement.setString(1, key.get());
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLTimeoutException | SQLTransientConnectionException e) {
            return e.getCause() == null || e instanceof SQLTimeoutException
                    ? new OutsideAnswer.Late()
                    : new OutsideAnswer.Unreachable("no connection");
        } catch (SQLException e) {
            return new OutsideAnswer.Unreachable("SQL state " + e.getSQLState());
        }
    }

    private OutsideAnswer read(ResultSet rows) throws SQLException {
        if (!rows.next()) return new OutsideAnswer.Nothing();
        var row = new HashMap<String, String>();
        List<String> columns = facing.mapping().places().stream().distinct().toList();
        for (int at = 0; at < columns.size(); at++) {
            String value = rows.getString(at + 1);
            if (value != null) row.put(columns.get(at), PlainText.line(value, OutsideFact.LONGEST));
        }
        if (rows.next()) return new OutsideAnswer.Nothing();
        List<OutsideFact> facts = facing.mapping().read(column -> words(row, column));
        return facts.isEmpty() ? new OutsideAnswer.Nothing() : new OutsideAnswer.Found(facts);
    }

    private static List<String> words(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).map(List::of).orElse(List.of());
    }

    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            if (pool != null) pool.close();
        } finally {
            opening.unlock();
        }
    }
}
