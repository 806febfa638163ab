package amends.recovery.jdbc;

import amends.kernel.jdbc.Database;
import amends.recovery.Dispatch;
import amends.recovery.Dispatches;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The dispatches as rows. */
public final class JdbcDispatches implements Dispatches {
    private static final String DISPATCH = "select id, complaint, unit, made_by, ask, made, due, state, rounds, answer,"
            + " answered, late from complaint_dispatch ";
    private final Database database;

    public JdbcDispatches(Database database) {
        this.database = database;
    }

    @Override
    public void add(Dispatch dispatch) {
        database.insertingHandle(handle -> {
            if (byId(dispatch.id()).isPresent()) return 0;
            return handle.createUpdate("""
                            insert into complaint_dispatch (id, complaint, unit, made_by, ask, made, due, state, rounds,
                            answer, answered, late) values (:id, :complaint, :unit, :by, :ask, :made, :due, :state,
                            :rounds, :answer, :answered, :late)""")
                    .bind("id", dispatch.id())
                    .bind("complaint", dispatch.complaint())
                    .bind("unit", dispatch.unit())
                    .bind("by", dispatch.by())
                    .bind("ask", dispatch.ask())
                    .bind("made", dispatch.made())
                    .bind("due", dispatch.due())
                    .bind("state", dispatch.state().name())
                    .bind("rounds", dispatch.rounds())
                    .bind("answer", dispatch.answer())
                    .bindByType("answered", dispatch.answered().orElse(null), Instant.class)
                    .bind("late", dispatch.late())
                    .execute();
        });
    }

    @Override
    public boolean change(Dispatch before, Dispatch now) {
        return database.handle(handle -> handle.createUpdate("""
                                update complaint_dispatch set due = :due, state = :state, rounds = :rounds,
                                answer = :answer, answered = :answered, late = :late
                                where id = :id and state = :wasState and rounds = :wasRounds and late = :wasLate""")
                        .bind("due", now.due())
                        .bind("state", now.state().name())
                        .bind("rounds", now.rounds())
                        .bind("answer", now.answer())
                        .bindByType("answered", now.answered().orElse(null), Instant.class)
                        .bind("late", now.late())
                        .bind("id", before.id())
                        .bind("wasState", before.state().name())
                        .bind("wasRounds", before.rounds())
                        .bind("wasLate", before.late())
                        .execute()
                == 1);
    }

    @Override
    public Optional<Dispatch> byId(UUID id) {
        return list("where id = ?", id).stream().findFirst();
    }

    @Override
    public List<Dispatch> ofComplaint(UUID complaint) {
        return list("where complaint = ? order by made, id", complaint);
    }

    @Override
    public List<Dispatch> open(int most) {
        return list("where state in ('PREPARED', 'SENT', 'ANSWERED') order by due, id limit ?", most);
    }

    private List<Dispatch> list(String rest, Object... arguments) {
        return database.handle(handle -> handle.select(DISPATCH + rest, arguments)
                .map(JdbcDispatches::dispatch)
                .list());
    }

    private static Dispatch dispatch(ResultSet row, StatementContext context) throws SQLException {
        return new Dispatch(
                row.getObject("id", UUID.class),
                row.getObject("complaint", UUID.class),
                row.getString("unit"),
                row.getObject("made_by", UUID.class),
                row.getString("ask"),
                instant(row, "made").orElseThrow(),
                instant(row, "due").orElseThrow(),
                Dispatch.Stage.valueOf(row.getString("state")),
                row.getInt("rounds"),
                row.getString("answer"),
                instant(row, "answered"),
                row.getBoolean("late"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
