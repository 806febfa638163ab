package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.Feedback;
import amends.knowledge.FeedbackBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** What readers thought, as rows. */
public final class JdbcFeedbackBook implements FeedbackBook {
    private final Database database;

    public JdbcFeedbackBook(Database database) {
        this.database = database;
    }

    @Override
    public void add(Feedback feedback) {
        database.insertingHandle(h -> TextRow.named(h.createUpdate("""
                        insert into article_feedback (id, slug, language, version, kind, words, said_by, at, state,
                        owner, answer) values (:id, :slug, :language, :version, :kind, :words, :by, :at, :state,
                        :owner, :answer)"""), feedback.article())
                .bind("id", feedback.id())
                .bind("version", feedback.version())
                .bind("kind", feedback.kind().name())
                .bind("words", feedback.words())
                .bind("by", feedback.by())
                .bind("at", feedback.at())
                .bind("state", feedback.state().name())
                .bindByType("owner", feedback.owner().orElse(null), UUID.class)
                .bind("answer", feedback.answer())
                .execute());
    }

    @Override
    public Optional<Feedback> feedback(UUID id) {
        return database.handle(h -> h.select("select * from article_feedback where id = ?", id)
                .map(JdbcFeedbackBook::feedback)
                .findOne());
    }

    @Override
    public List<Feedback> openTasks(int most) {
        return database.handle(h -> h.select(
                        "select * from article_feedback where state = 'OPEN'"
                                + " order by case when kind = 'WRONG' then 0 else 1 end, at, id limit ?",
                        most)
                .map(JdbcFeedbackBook::feedback)
                .list());
    }

    @Override
    public boolean change(Feedback now, Instant at) {
        return database.handle(h -> h.createUpdate("""
                                update article_feedback set state = :state, owner = :owner, answer = :answer,
                                closed = :closed where id = :id and state = 'OPEN'""")
                        .bind("state", now.state().name())
                        .bindByType("owner", now.owner().orElse(null), UUID.class)
                        .bind("answer", now.answer())
                        .bindByType("closed", now.state() == Feedback.State.OPEN ? null : at, Instant.class)
                        .bind("id", now.id())
                        .execute()
                == 1);
    }

    private static Feedback feedback(ResultSet row, StatementContext context) throws SQLException {
        return new Feedback(
                row.getObject("id", UUID.class),
                TextRow.id(row),
                row.getInt("version"),
                Feedback.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getObject("said_by", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Feedback.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("owner", UUID.class)),
                row.getString("answer"));
    }
}
