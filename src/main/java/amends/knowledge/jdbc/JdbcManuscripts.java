package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.Manuscript;
import amends.knowledge.Manuscripts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Manuscripts as rows: those that were published or dropped stay. */
public final class JdbcManuscripts implements Manuscripts {
    private final Database database;

    public JdbcManuscripts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Manuscript> open(ArticleId article) {
        return database.handle(h -> h.select("select * from article_manuscript where open_for = ?", article.toString())
                .map(JdbcManuscripts::manuscript)
                .findOne());
    }

    @Override
    public List<Manuscript> open() {
        return database.handle(
                h -> h.select("select * from article_manuscript where open_for is not null order by written, id")
                        .map(JdbcManuscripts::manuscript)
                        .list());
    }

    @Override
    public boolean begin(Manuscript manuscript) {
        return database.insertingHandle(h -> TextRow.bind(h.createUpdate("""
                                insert into article_manuscript (id, slug, language, open_for, title, questions,
                                category, tags, audience, valid_from, valid_until, body, sms, attachments, state, based_on, author,
                                writer, written, words, revision) select :id, :slug, :language, :open, :title,
                                :questions, :category, :tags, :audience, cast(:from as date), cast(:until as date),
                                :body, cast(:sms as varchar), :attachments, :state, :basedOn, :author, :writer,
                                cast(:written as timestamp(6) with time zone), :words, :revision
                                where not exists (select 1 from article_manuscript where open_for = :open)"""), manuscript.text())
                        .bind("id", manuscript.id())
                        .bind("open", manuscript.text().id().toString())
                        .bind("state", manuscript.state().name())
                        .bind("basedOn", manuscript.basedOn())
                        .bind("author", manuscript.author())
                        .bind("writer", manuscript.writer())
                        .bind("written", manuscript.written())
                        .bind("words", manuscript.words())
                        .bind("revision", manuscript.revision())
                        .execute()
                == 1);
    }

    @Override
    public boolean change(Manuscript before, Manuscript now) {
        return database.handle(h -> TextRow.bind(h.createUpdate("""
                                update article_manuscript set open_for = :open, title = :title,
                                questions = :questions, category = :category, tags = :tags, audience = :audience,
                                valid_from = :from, valid_until = :until, body = :body, sms = :sms, attachments = :attachments, state = :state,
                                based_on = :basedOn, writer = :writer, written = :written, decided_by = :decidedBy,
                                words = :words, revision = :revision where id = :id and revision = :before
                                and slug = :slug and language = :language"""), now.text())
                        .bind("open", now.isOpen() ? now.text().id().toString() : null)
                        .bind("state", now.state().name())
                        .bind("basedOn", now.basedOn())
                        .bind("writer", now.writer())
                        .bind("written", now.written())
                        .bindByType("decidedBy", now.decidedBy().orElse(null), UUID.class)
                        .bind("words", now.words())
                        .bind("revision", now.revision())
                        .bind("id", before.id())
                        .bind("before", before.revision())
                        .execute()
                == 1);
    }

    private static Manuscript manuscript(ResultSet row, StatementContext context) throws SQLException {
        return new Manuscript(
                row.getObject("id", UUID.class),
                TextRow.text(row),
                Manuscript.State.valueOf(row.getString("state")),
                row.getInt("based_on"),
                row.getObject("author", UUID.class),
                row.getObject("writer", UUID.class),
                row.getObject("written", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)),
                row.getString("words"),
                row.getLong("revision"));
    }
}
