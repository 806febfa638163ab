package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleFact;
import amends.knowledge.ArticleFacts;
import amends.knowledge.Stewardship;
import amends.knowledge.Validity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** How articles are doing, counted in the database. */
public final class JdbcArticleFacts implements ArticleFacts {
    private static final String OF = " where f.slug = a.id and f.language = a.language and ";
    private final Database database;

    public JdbcArticleFacts(Database database) {
        this.database = database;
    }

    @Override
    public List<ArticleFact> all() {
        String sql =
                "select a.id as slug, a.language, v.title, v.category, a.version, v.since, v.valid_from, v.valid_until,"
                        + " (select w.since from article_version w where w.id = a.id and w.language = a.language"
                        + " and w.version = 1) as first_since,"
                        + " (select max(u.at) from article_used u where u.article = a.id and u.language = a.language)"
                        + " as last_used,"
                        + " (select count(*) from article_feedback f" + OF
                        + "f.version = a.version and f.kind = 'HELPED')"
                        + " as helped,"
                        + " (select count(*) from article_feedback f" + OF
                        + "f.version = a.version and f.kind = 'DID_NOT_HELP') as did_not,"
                        + " (select count(*) from article_feedback f" + OF
                        + "f.state = 'OPEN' and f.kind in ('WRONG', 'MISSING')) as reported,"
                        + " s.owner, s.review_due from article a join article_version v"
                        + " on v.id = a.id and v.language = a.language and v.version = a.version"
                        + " left join article_steward s on s.slug = a.id and s.language = a.language"
                        + " where a.state = 'PUBLISHED' order by v.category, a.id, a.language";
        return database.handle(h -> h.select(sql).map(JdbcArticleFacts::fact).list());
    }

    private static ArticleFact fact(ResultSet row, StatementContext context) throws SQLException {
        return new ArticleFact(
                TextRow.id(row),
                row.getString("title"),
                row.getString("category"),
                row.getInt("version"),
                at(row, "since").orElseThrow(),
                at(row, "first_since").orElse(Instant.EPOCH),
                new Validity(
                        Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))),
                at(row, "last_used"),
                row.getInt("helped"),
                row.getInt("did_not"),
                row.getInt("reported"),
                new Stewardship(
                        Optional.ofNullable(row.getObject("owner", UUID.class)),
                        Optional.ofNullable(row.getObject("review_due", LocalDate.class))));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
