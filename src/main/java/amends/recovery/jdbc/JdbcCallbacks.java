package amends.recovery.jdbc;

import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.recovery.Callback;
import amends.recovery.Callback.State;
import amends.recovery.CallbackAttempt;
import amends.recovery.CallbackFile;
import amends.recovery.CallbackOutcome;
import amends.recovery.CallbackTask;
import amends.recovery.Callbacks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The callbacks as rows. */
public final class JdbcCallbacks implements Callbacks {
    private static final String COLUMNS = "b.id as b_id, b.complaint as b_complaint, b.customer as b_customer,"
            + " b.number as b_number, b.owner as b_owner, b.due as b_due, b.state as b_state,"
            + " b.attempts as b_attempts, b.late as b_late, b.outcome as b_outcome,"
            + " b.score_before as b_score_before, b.score_after as b_score_after, b.handovers as b_handovers,"
            + " b.handed_with as b_handed_with, b.unseen as b_unseen";
    private static final String CALLBACK = "select " + COLUMNS + " from callback b ";
    private static final String TASK = "select " + COLUMNS + ", " + ComplaintRow.COLUMNS
            + " from callback b join complaint c on c.id = b.complaint ";
    private static final String OPEN = "b.state in ('SCHEDULED', 'ATTEMPTING', 'MISSED')";
    private static final String ATTEMPT =
            "select id, callback, agent, contact, began, ended, outcome from callback_attempt ";
    private final Database database;

    public JdbcCallbacks(Database database) {
        this.database = database;
    }

    @Override
    public void add(Callback callback) {
        database.insertingHandle(handle -> {
            if (handle.select("select id from callback where id = ?", callback.id())
                    .mapTo(UUID.class)
                    .findOne()
                    .isPresent()) return 0;
            return handle.createUpdate("""
                            insert into callback (id, complaint, customer, number, owner, due, state, attempts, late,
                            outcome, score_before, score_after, handovers, handed_with, unseen) values (:id,
                            :complaint, :customer, :number, :owner, :due, :state, :attempts, :late, :outcome,
                            :before, :after, :handovers, :handedWith, :unseen)""")
                    .bind("id", callback.id())
                    .bind("complaint", callback.complaint())
                    .bindByType("customer", callback.customer().orElse(null), UUID.class)
                    .bind("number", callback.number().e164())
                    .bind("owner", callback.owner())
                    .bind("due", callback.due())
                    .bind("state", callback.state().name())
                    .bind("attempts", callback.attempts())
                    .bind("late", callback.late())
                    .bind("outcome", callback.outcome().map(Enum::name).orElse(null))
                    .bindByType("before", callback.file().before().orElse(null), Integer.class)
                    .bindByType("after", callback.file().after().orElse(null), Integer.class)
                    .bind("handovers", callback.file().handovers())
                    .bind("handedWith", callback.file().handedWith())
                    .bind("unseen", callback.file().unseen())
                    .execute();
        });
    }

    @Override
    public boolean change(Callback before, Callback now) {
        return database.handle(handle -> handle.createUpdate("""
                                update callback set due = :due, state = :state, attempts = :attempts, late = :late,
                                outcome = :outcome, owner = :owner, score_before = :before, score_after = :after,
                                handovers = :handovers, handed_with = :handedWith, unseen = :unseen
                                where id = :id and due = :wasDue and state = :wasState
                                and attempts = :wasAttempts and late = :wasLate and owner = :wasOwner""")
                        .bind("owner", now.owner())
                        .bindByType("before", now.file().before().orElse(null), Integer.class)
                        .bindByType("after", now.file().after().orElse(null), Integer.class)
                        .bind("handovers", now.file().handovers())
                        .bind("handedWith", now.file().handedWith())
                        .bind("unseen", now.file().unseen())
                        .bind("wasOwner", before.owner())
                        .bind("due", now.due())
                        .bind("state", now.state().name())
                        .bind("attempts", now.attempts())
                        .bind("late", now.late())
                        .bind("outcome", now.outcome().map(Enum::name).orElse(null))
                        .bind("id", before.id())
                        .bind("wasDue", before.due())
                        .bind("wasState", before.state().name())
                        .bind("wasAttempts", before.attempts())
                        .bind("wasLate", before.late())
                        .execute()
                == 1);
    }

    @Override
    public Optional<Callback> byId(UUID id) {
        return database.handle(handle -> handle.select(CALLBACK + "where b.id = ?", id)
                .map(JdbcCallbacks::callback)
                .findOne());
    }

    @Override
    public List<Callback> ofComplaint(UUID complaint) {
        return database.handle(
                handle -> handle.select(CALLBACK + "where b.complaint = ? order by b.due, b.id", complaint)
                        .map(JdbcCallbacks::callback)
                        .list());
    }

    @Override
    public List<CallbackTask> ofCustomer(UUID customer, int most) {
        return database.handle(
                handle -> handle.select(TASK + "where b.customer = ? order by b.due desc, b.id limit ?", customer, most)
                        .map(JdbcCallbacks::task)
                        .list());
    }

    @Override
    public List<CallbackTask> openOf(UUID owner, int most) {
        return database.handle(handle -> handle.select(
                        TASK + "where b.owner = ? and " + OPEN + " order by b.due, b.id limit ?", owner, most)
                .map(JdbcCallbacks::task)
                .list());
    }

    @Override
    public List<CallbackTask> overdue(Instant now, int most) {
        return database.handle(handle -> handle.select(
                        TASK + "where b.due < ? and b.state in ('SCHEDULED', 'MISSED') or b.state = 'EXPIRED' and"
                                + " c.state not in ('RESPONDED', 'CLOSED') order by b.due, b.id limit ?",
                        now,
                        most)
                .map(JdbcCallbacks::task)
                .list());
    }

    @Override
    public List<CallbackTask> open(int most) {
        return database.handle(handle -> handle.select(TASK + "where " + OPEN + " order by b.due, b.id limit ?", most)
                .map(JdbcCallbacks::task)
                .list());
    }

    @Override
    public List<Callback> attemptingOf(UUID owner) {
        return database.handle(handle -> handle.select(
                        CALLBACK + "where b.owner = ? and b.state = 'ATTEMPTING' order by b.due, b.id", owner)
                .map(JdbcCallbacks::callback)
                .list());
    }

    @Override
    public boolean addAttempt(CallbackAttempt attempt) {
        return database.insertingHandle(handle -> handle.createUpdate("""
                                insert into callback_attempt (id, callback, agent, contact, began, ended, outcome)
                                select :id, :callback, :agent, cast(:contact as uuid),
                                cast(:began as timestamp(6) with time zone),
                                cast(:ended as timestamp(6) with time zone), :outcome
                                where not exists (select 1 from callback_attempt where id = :id)""")
                        .bind("id", attempt.id())
                        .bind("callback", attempt.callback())
                        .bind("agent", attempt.agent())
                        .bindByType("contact", attempt.contact().orElse(null), UUID.class)
                        .bind("began", attempt.began())
                        .bind("ended", attempt.ended())
                        .bind("outcome", attempt.outcome().name())
                        .execute()
                == 1);
    }

    @Override
    public List<CallbackAttempt> attemptsOf(UUID callback) {
        return database.handle(handle -> handle.select(ATTEMPT + "where callback = ? order by began, id", callback)
                .map(JdbcCallbacks::attempt)
                .list());
    }

    @Override
    public Optional<CallbackAttempt> attemptIn(UUID contact) {
        return database.handle(handle -> handle.select(ATTEMPT + "where contact = ? order by began, id", contact)
                .map(JdbcCallbacks::attempt)
                .findFirst());
    }

    private static CallbackTask task(ResultSet row, StatementContext context) throws SQLException {
        return new CallbackTask(callback(row, context), JdbcComplaints.complaint(row, context));
    }

    private static Callback callback(ResultSet row, StatementContext context) throws SQLException {
        return new Callback(
                row.getObject("b_id", UUID.class),
                row.getObject("b_complaint", UUID.class),
                Optional.ofNullable(row.getObject("b_customer", UUID.class)),
                new PhoneNumber(row.getString("b_number")),
                row.getObject("b_owner", UUID.class),
                instant(row, "b_due"),
                State.valueOf(row.getString("b_state")),
                row.getInt("b_attempts"),
                row.getBoolean("b_late"),
                Optional.ofNullable(row.getString("b_outcome")).map(CallbackOutcome::valueOf),
                new CallbackFile(
                        Optional.ofNullable(row.getObject("b_score_before", Integer.class)),
                        Optional.ofNullable(row.getObject("b_score_after", Integer.class)),
                        row.getInt("b_handovers"),
                        row.getString("b_handed_with"),
                        row.getBoolean("b_unseen")));
    }

    private static CallbackAttempt attempt(ResultSet row, StatementContext context) throws SQLException {
        return new CallbackAttempt(
                row.getObject("id", UUID.class),
                row.getObject("callback", UUID.class),
                row.getObject("agent", UUID.class),
                Optional.ofNullable(row.getObject("contact", UUID.class)),
                instant(row, "began"),
                instant(row, "ended"),
                CallbackOutcome.valueOf(row.getString("outcome")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
