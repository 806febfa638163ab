package amends.recording.jdbc;

import amends.kernel.jdbc.Database;
import amends.recording.Recording;
import amends.recording.Recordings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The facts of recordings as rows. */
public final class JdbcRecordings implements Recordings {
    private static final String RECORDING =
            "select id, call_id, agent, file, began, ended, length, announced, state from recording ";
    /** A Call-ID that is longer is nobody's but an attacker's. */
    private static final int LONGEST_CALL = 1000;

    private final Database database;

    public JdbcRecordings(Database database) {
        this.database = database;
    }

    @Override
    public void save(Recording recording) {
        database.insertingHandle(h -> bound(h.createUpdate("""
                        update recording set call_id = :call, agent = :agent, file = :file,
                        began = cast(:began as timestamp(6) with time zone),
                        ended = cast(:ended as timestamp(6) with time zone),
                        length = :length, announced = :announced, state = :state where id = :id"""), recording).execute() > 0
                || bound(h.createUpdate("""
                        insert into recording (id, call_id, agent, file, began, ended, length, announced, state)
                        values (:id, :call, :agent, :file, cast(:began as timestamp(6) with time zone),
                        cast(:ended as timestamp(6) with time zone), :length, :announced, :state)"""), recording).execute() > 0);
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Recording recording) {
        String call = recording.call();
        return statement
                .bind("id", recording.id())
                .bind("call", call.substring(0, Math.min(call.length(), LONGEST_CALL)))
                .bind("agent", recording.agent())
                .bind("file", recording.file())
                .bind("began", recording.began())
                .bind("ended", recording.ended().orElse(null))
                .bind("length", recording.length())
                .bind("announced", recording.announced())
                .bind("state", recording.state().name());
    }

    @Override
    public void delete(UUID id) {
        database.handle(h -> h.execute("delete from recording where id = ?", id));
    }

    @Override
    public Optional<Recording> byId(UUID id) {
        return database.handle(h -> h.select(RECORDING + "where id = ?", id)
                .map(JdbcRecordings::recording)
                .findOne());
    }

    @Override
    public Optional<Recording> byFile(String file) {
        return database.handle(h -> h.select(RECORDING + "where file = ?", file)
                .map(JdbcRecordings::recording)
                .findOne());
    }

    @Override
    public List<Recording> latest(int most) {
        return database.handle(h -> h.select(RECORDING + "order by began desc, id desc limit ?", most)
                .map(JdbcRecordings::recording)
                .list());
    }

    @Override
    public List<Recording> ofAgent(UUID agent, int most) {
        return database.handle(
                h -> h.select(RECORDING + "where agent = ? order by began desc, id desc limit ?", agent, most)
                        .map(JdbcRecordings::recording)
                        .list());
    }

    @Override
    public List<Recording> leftRunning(UUID agent) {
        return database.handle(h -> h.select(RECORDING + "where agent = ? and state = 'RUNNING' order by began", agent)
                .map(JdbcRecordings::recording)
                .list());
    }

    private static Recording recording(ResultSet row, StatementContext context) throws SQLException {
        var ended = Optional.ofNullable(row.getObject("ended", OffsetDateTime.class));
        return new Recording(
                row.getObject("id", UUID.class),
                row.getString("call_id"),
                row.getObject("agent", UUID.class),
                row.getString("file"),
                row.getObject("began", OffsetDateTime.class).toInstant(),
                ended.map(OffsetDateTime::toInstant),
                Duration.ofNanos(row.getLong("length") * 1000),
                row.getBoolean("announced"),
                Recording.State.valueOf(row.getString("state")));
    }
}
