package amends.recovery.jdbc;

import amends.kernel.jdbc.Database;
import amends.recovery.CaseLibrary;
import amends.recovery.CaseWords;
import amends.recovery.Recovered;
import amends.recovery.RecoveryCase;
import amends.recovery.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Cases as rows that name nobody. */
public final class JdbcCaseLibrary implements CaseLibrary {
    private final Database database;
    private final boolean isPersonal;

    /** @param isPersonal whether the database was opened with a person's own login, which has rights of its own */
    public JdbcCaseLibrary(Database database, boolean isPersonal) {
        this.database = database;
        this.isPersonal = isPersonal;
    }

    @Override
    public List<Recovered> candidates(Optional<UUID> of, int most) {
        // A person's own login sees the scores of their own recoveries by way of a gate.
        String lift = isPersonal && of.isPresent() ? "gate.my_report_lift" : "report_lift";
        return database.handle(h -> {
            var query = h.createQuery("select c.id, c.number, c.customer_name, c.subject, c.what, c.answer, c.cause,"
                            + " c.severity, l.score_before, l.score_after from complaint c join " + lift
                            + " l on l.id = c.id where c.state in ('RESPONDED', 'CLOSED') and l.score_after is not null"
                            + " and not exists (select 1 from recovery_case_source s where s.complaint = c.id)"
                            + (of.isPresent() ? " and c.owner = :owner" : "")
                            + " order by c.opened desc limit :most")
                    .bind("most", most);
            of.ifPresent(owner -> query.bind("owner", owner));
            return query.map((row, context) -> recovered(h, row)).list();
        });
    }

    private static Recovered recovered(Handle handle, ResultSet row) throws SQLException {
        UUID complaint = row.getObject("id", UUID.class);
        List<String> kinds = handle.select(
                        "select distinct f.kind from complaint_failure c join failure f on f.id = c.failure"
                                + " where c.complaint = ? order by f.kind",
                        complaint)
                .mapTo(String.class)
                .list();
        return new Recovered(
                complaint,
                row.getInt("number"),
                row.getString("customer_name"),
                row.getString("subject"),
                row.getString("what"),
                row.getString("answer"),
                Optional.ofNullable(row.getString("cause")).orElse(""),
                Severity.valueOf(row.getString("severity")),
                kinds,
                Optional.ofNullable(row.getObject("score_before", Integer.class)),
                row.getInt("score_after"));
    }

    @Override
    public boolean claim(UUID complaint, boolean made) {
        return database.insertingHandle(h -> h.execute(
                        "insert into recovery_case_source (complaint, made) select cast(? as uuid), ? where not exists"
                                + " (select 1 from recovery_case_source where complaint = ?)",
                        complaint,
                        made,
                        complaint)
                == 1);
    }

    @Override
    public void add(RecoveryCase told) {
        database.handle(h -> h.createUpdate("""
                        insert into recovery_case (id, filed_on, language, title, happened, done, learnt, kinds, cause,
                        severity, score_before, score_after, state) values (:id, :on, :language, :title, :happened, :done,
                        :learnt, :kinds, :cause, :severity, :before, :after, 'SHOWN')""")
                .bind("id", told.id())
                .bind("on", told.on())
                .bind("language", told.words().happened().codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en")
                .bind("title", told.words().title())
                .bind("happened", told.words().happened())
                .bind("done", told.words().done())
                .bind("learnt", told.words().learnt())
                .bind("kinds", String.join("\n", told.kinds()))
                .bind("cause", told.cause())
                .bind("severity", told.severity().name())
                .bindByType("before", told.before().orElse(null), Integer.class)
                .bind("after", told.after())
                .execute());
    }

    @Override
    public List<RecoveryCase> latest(int most) {
        return database.handle(
                h -> h.select("""
                        select id, filed_on, title, happened, done, learnt, kinds, cause, severity, score_before,
                        score_after from recovery_case where state = 'SHOWN' order by filed_on desc, id limit ?""", most).map(JdbcCaseLibrary::told).list());
    }

    private static RecoveryCase told(ResultSet row, StatementContext context) throws SQLException {
        return new RecoveryCase(
                row.getObject("id", UUID.class),
                row.getObject("filed_on", LocalDate.class),
                new CaseWords(
                        row.getString("title"),
                        row.getString("happened"),
                        row.getString("done"),
                        row.getString("learnt")),
                row.getString("kinds").lines().toList(),
                row.getString("cause"),
                Severity.valueOf(row.getString("severity")),
                Optional.ofNullable(row.getObject("score_before", Integer.class)),
                row.getInt("score_after"));
    }
}
