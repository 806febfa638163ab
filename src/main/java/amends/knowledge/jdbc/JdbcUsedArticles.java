package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.UsedArticles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What was used in which contact, as rows. */
public final class JdbcUsedArticles implements UsedArticles {
    private final Database database;

    public JdbcUsedArticles(Database database) {
        this.database = database;
    }

    @Override
    public void mark(Use use) {
        database.insertingHandle(handle -> {
            delete(handle, use.contact(), use.article());
            return handle.execute(
                    "insert into article_used (contact, article, language, version, agent, at, how)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    use.contact(),
                    use.article().slug(),
                    use.article().language().tag(),
                    use.version(),
                    use.agent(),
                    use.at(),
                    use.how().name());
        });
    }

    @Override
    public void unmark(UUID contact, ArticleId article) {
        database.handle(handle -> delete(handle, contact, article));
    }

    private static int delete(Handle handle, UUID contact, ArticleId article) {
        return handle.execute(
                "delete from article_used where contact = ? and article = ? and language = ?",
                contact,
                article.slug(),
                article.language().tag());
    }

    @Override
    public List<Outdated> outdated(Instant since, int most) {
        return database.handle(h -> h.select(
                        "select u.contact, u.article, u.language, u.version, u.agent, u.at, u.how,"
                                + " v.version as newer, v.since from article_used u join article_version v"
                                + " on v.id = u.article and v.language = u.language and v.version > u.version"
                                + " where u.at > ? and v.since > u.at order by u.at desc, u.contact, v.version limit ?",
                        since,
                        most)
                .map((row, context) -> new Outdated(
                        use(row),
                        row.getInt("newer"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list());
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(
                row.getObject("contact", UUID.class),
                new ArticleId(
                        row.getString("article"),
                        ArticleLanguage.ofTag(row.getString("language")).orElseThrow()),
                row.getInt("version"),
                row.getObject("agent", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                How.valueOf(row.getString("how")));
    }

    @Override
    public List<Use> of(UUID contact) {
        return database.handle(h -> h.select(
                        "select article, language, version, agent, at, how from article_used where contact = ?"
                                + " order by at, article",
                        contact)
                .map((row, context) -> new Use(
                        contact,
                        new ArticleId(
                                row.getString("article"),
                                ArticleLanguage.ofTag(row.getString("language")).orElseThrow()),
                        row.getInt("version"),
                        row.getObject("agent", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        How.valueOf(row.getString("how"))))
                .list());
    }
}
