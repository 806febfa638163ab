package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Confirmation;
import amends.knowledge.Confirmations;
import amends.knowledge.LearnedPhrasing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Confirmed answers as rows. */
public final class JdbcConfirmations implements Confirmations {
    private final Database database;

    public JdbcConfirmations(Database database) {
        this.database = database;
    }

    @Override
    public void add(Confirmation one) {
        database.insertingHandle(handle -> {
            delete(handle, one.contact(), one.article());
            return handle.execute(
                    "insert into article_confirmed (contact, article, language, words, agent, at, place, queue, outcome,"
                            + " disputed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    one.contact(),
                    one.article().slug(),
                    one.article().language().tag(),
                    one.words(),
                    one.agent(),
                    one.at(),
                    one.place(),
                    one.queue(),
                    one.outcome().name(),
                    one.disputed());
        });
    }

    @Override
    public void remove(UUID contact, ArticleId article) {
        database.handle(handle -> delete(handle, contact, article));
    }

    private static int delete(Handle handle, UUID contact, ArticleId article) {
        return handle.execute(
                "delete from article_confirmed where contact = ? and article = ? and language = ?",
                contact,
                article.slug(),
                article.language().tag());
    }

    @Override
    public List<Confirmation> since(Instant from, int most) {
        return database.handle(h -> h.select(
                        "select * from article_confirmed where at > ? order by at, contact, article limit ?",
                        from,
                        most)
                .map(JdbcConfirmations::confirmation)
                .list());
    }

    @Override
    public List<Said> solved(Instant from, int most) {
        // These columns are all that authors may read of others' rows.
        return database.handle(h -> h.select(
                        "select contact, article, language, words from article_confirmed where outcome = 'SOLVED'"
                                + " and not disputed and at > ? order by at, contact, article limit ?",
                        from,
                        most)
                .map((row, context) -> new Said(contact(row), article(row), row.getString("words")))
                .list());
    }

    @Override
    public List<Confirmation> open(Instant from, int most) {
        return database.handle(h -> h.select(
                        "select * from article_confirmed where outcome = 'OPEN' and at > ?"
                                + " order by at, contact, article limit ?",
                        from,
                        most)
                .map(JdbcConfirmations::confirmation)
                .list());
    }

    @Override
    public List<Confirmation> settled(Instant after, int most) {
        return database.handle(h -> h.select(
                        "select * from article_confirmed where outcome <> 'OPEN' and at > ?"
                                + " order by at fetch first ? rows with ties",
                        after,
                        most)
                .map(JdbcConfirmations::confirmation)
                .list());
    }

    @Override
    public List<Confirmation> of(ArticleId article) {
        return database.handle(h -> of(h, article));
    }

    @Override
    public List<Confirmation> latestOf(UUID agent, int most) {
        return database.handle(h -> h.select(
                        "select * from article_confirmed where agent = ? and outcome = 'SOLVED' and not disputed"
                                + " order by at desc, contact, article limit ?",
                        agent,
                        most)
                .map(JdbcConfirmations::confirmation)
                .list());
    }

    private static List<Confirmation> of(Handle handle, ArticleId article) {
        return handle.select(
                        "select * from article_confirmed where article = ? and language = ? order by at, contact",
                        article.slug(),
                        article.language().tag())
                .map(JdbcConfirmations::confirmation)
                .list();
    }

    @Override
    public List<Confirmation> in(Collection<UUID> contacts) {
        if (contacts.isEmpty()) return List.of();
        return database.handle(h -> h.createQuery("select * from article_confirmed where contact in (<contacts>)")
                .bindList("contacts", List.copyOf(contacts))
                .map(JdbcConfirmations::confirmation)
                .list());
    }

    @Override
    public List<Confirmation> before(Instant moment, int most) {
        return database.handle(h -> h.select(
                        "select * from article_confirmed where at < ? order by at, contact, article limit ?",
                        moment,
                        most)
                .map(JdbcConfirmations::confirmation)
                .list());
    }

    @Override
    public void reword(Confirmation one, String words) {
        database.handle(h -> h.execute(
                "update article_confirmed set words = ? where contact = ? and article = ? and language = ?",
                words,
                one.contact(),
                one.article().slug(),
                one.article().language().tag()));
    }

    @Override
    public void ended(Confirmation one) {
        database.handle(h -> h.execute(
                "update article_confirmed set outcome = ?, queue = ? where contact = ? and article = ? and language = ?",
                one.outcome().name(),
                one.queue(),
                one.contact(),
                one.article().slug(),
                one.article().language().tag()));
    }

    @Override
    public void dispute(ArticleId article, String words) {
        database.handle(handle -> {
            String said = LearnedPhrasing.plain(words);
            for (Confirmation one : of(handle, article))
                if (LearnedPhrasing.plain(one.words()).equals(said))
                    handle.execute(
                            "update article_confirmed set disputed = true where contact = ? and article = ?"
                                    + " and language = ?",
                            one.contact(),
                            article.slug(),
                            article.language().tag());
            return null;
        });
    }

    private static UUID contact(ResultSet row) throws SQLException {
        return row.getObject("contact", UUID.class);
    }

    private static ArticleId article(ResultSet row) throws SQLException {
        return new ArticleId(
                row.getString("article"),
                ArticleLanguage.ofTag(row.getString("language")).orElseThrow());
    }

    private static Confirmation confirmation(ResultSet row, StatementContext context) throws SQLException {
        return new Confirmation(
                contact(row),
                article(row),
                row.getString("words"),
                row.getObject("agent", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("place"),
                row.getString("queue"),
                Confirmation.Outcome.valueOf(row.getString("outcome")),
                row.getBoolean("disputed"));
    }
}
