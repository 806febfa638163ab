package amends.quality.jdbc;

import amends.kernel.jdbc.Database;
import amends.quality.Evaluation;
import amends.quality.Evaluations;
import amends.quality.Mark;
import amends.quality.Remark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** The evaluations as rows, marks and remarks as rows below them. */
public final class JdbcEvaluations implements Evaluations {
    private static final String EVALUATION =
            "select id, recording, contact, inspector, at, scorecard, note, percent, failed, corrects, state"
                    + " from evaluation ";
    private final Database database;

    public JdbcEvaluations(Database database) {
        this.database = database;
    }

    @Override
    public boolean save(Evaluation evaluation) {
        return database.insertingHandle(h -> {
            if (!write(h, evaluation)) return false;
            h.execute("delete from evaluation_mark where evaluation = ?", evaluation.id());
            h.execute("delete from evaluation_remark where evaluation = ?", evaluation.id());
            writeMarks(h, evaluation);
            writeRemarks(h, evaluation);
            // Last, for what is kept takes no marks any more.
            if (evaluation.state() == Evaluation.State.KEPT)
                h.execute("update evaluation set state = 'KEPT' where id = ?", evaluation.id());
            return true;
        });
    }

    private static boolean write(Handle handle, Evaluation evaluation) {
        return bound(handle.createUpdate("""
                        update evaluation set at = :at, scorecard = :scorecard, note = :note, percent = :percent,
                        failed = :failed where id = :id and state = 'DRAFT'"""), evaluation).execute() > 0
                || bound(handle.createUpdate("""
                        insert into evaluation (id, recording, contact, inspector, at, scorecard, note, percent,
                        failed, corrects, state) select :id, :recording, cast(:contact as uuid), :inspector,
                        cast(:at as timestamp(6) with time zone), :scorecard, :note, :percent, :failed,
                        cast(:corrects as uuid), 'DRAFT' where not exists
                        (select 1 from evaluation where id = :id)"""), evaluation).execute() > 0;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Evaluation evaluation) {
        return statement
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("id", evaluation.id())
                .bind("recording", evaluation.recording())
                .bindByType("contact", evaluation.contact().orElse(null), UUID.class)
                .bind("inspector", evaluation.inspector())
                .bind("at", evaluation.at())
                .bind("scorecard", evaluation.scorecard())
                .bind("note", evaluation.note())
                .bind("percent", evaluation.percent())
                .bind("failed", evaluation.failed())
                .bindByType("corrects", evaluation.corrects().orElse(null), UUID.class);
    }

    private static void writeMarks(Handle handle, Evaluation evaluation) {
        if (evaluation.marks().isEmpty()) return;
        var batch = handle.prepareBatch(
                "insert into evaluation_mark (evaluation, criterion, points) values (:id, :criterion, :points)");
        evaluation
                .marks()
                .forEach((criterion, mark) -> batch.bind("id", evaluation.id())
                        .bind("criterion", criterion)
                        .bindByType("points", points(mark), Integer.class)
                        .add());
        batch.execute();
    }

    private static Integer points(Mark mark) {
        return switch (mark) {
            case Mark.Points(int points) -> points;
            case Mark.NotApplicable ignored -> null;
        };
    }

    private static void writeRemarks(Handle handle, Evaluation evaluation) {
        int place = 0;
        for (Remark remark : evaluation.remarks())
            handle.execute(
                    "insert into evaluation_remark (evaluation, place, moment, text) values (?, ?, ?, ?)",
                    evaluation.id(),
                    place++,
                    remark.at().toMillis(),
                    remark.text());
    }

    @Override
    public Optional<Evaluation> byId(UUID id) {
        return database.handle(h -> h.select(EVALUATION + "where id = ?", id)
                .map((row, context) -> evaluation(h, row))
                .findOne());
    }

    @Override
    public Optional<Evaluation> draftOf(UUID recording, UUID inspector) {
        return database.handle(h -> h.select(
                        EVALUATION + "where recording = ? and inspector = ? and state = 'DRAFT' order by at desc",
                        recording,
                        inspector)
                .map((row, context) -> evaluation(h, row))
                .findFirst());
    }

    @Override
    public List<Evaluation> keptOf(UUID recording) {
        return database.handle(h -> h.select(
                        EVALUATION + "where recording = ? and state = 'KEPT' order by at desc, id desc", recording)
                .map((row, context) -> evaluation(h, row))
                .list());
    }

    private static Evaluation evaluation(Handle handle, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Evaluation(
                id,
                row.getObject("recording", UUID.class),
                Optional.ofNullable(row.getObject("contact", UUID.class)),
                row.getObject("inspector", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("scorecard"),
                marks(handle, id),
                remarks(handle, id),
                row.getString("note"),
                row.getInt("percent"),
                row.getBoolean("failed"),
                Optional.ofNullable(row.getObject("corrects", UUID.class)),
                Evaluation.State.valueOf(row.getString("state")));
    }

    private static Map<String, Mark> marks(Handle handle, UUID evaluation) {
        var marks = new HashMap<String, Mark>();
        handle.select("select criterion, points from evaluation_mark where evaluation = ?", evaluation)
                .map(JdbcEvaluations::mark)
                .forEach(entry -> marks.put(entry.getKey(), entry.getValue()));
        return marks;
    }

    private static Map.Entry<String, Mark> mark(ResultSet row, StatementContext context) throws SQLException {
        String criterion = row.getString("criterion");
        int points = row.getInt("points");
        return Map.entry(criterion, row.wasNull() ? Mark.NOT_APPLICABLE : Mark.of(points));
    }

    private static List<Remark> remarks(Handle handle, UUID evaluation) {
        return handle.select(
                        "select moment, text from evaluation_remark where evaluation = ? order by place", evaluation)
                .map((row, context) -> new Remark(Duration.ofMillis(row.getLong("moment")), row.getString("text")))
                .list();
    }
}
