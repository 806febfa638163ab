package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.Stewardship;
import amends.knowledge.Stewardships;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who answers for an article, as rows. */
public final class JdbcStewardships implements Stewardships {
    private final Database database;

    public JdbcStewardships(Database database) {
        this.database = database;
    }

    @Override
    public Stewardship of(ArticleId article) {
        return database.handle(h -> h.select(
                        "select owner, review_due from article_steward where slug = ? and language = ?",
                        article.slug(),
                        article.language().tag())
                .map((row, context) -> stewardship(row))
                .findOne()
                .orElse(Stewardship.NONE));
    }

    @Override
    public Map<ArticleId, Stewardship> all() {
        return database.handle(h -> {
            var all = new HashMap<ArticleId, Stewardship>();
            h.select("select slug, language, owner, review_due from article_steward")
                    .map((row, context) -> Map.entry(TextRow.id(row), stewardship(row)))
                    .forEach(e -> all.put(e.getKey(), e.getValue()));
            return all;
        });
    }

    @Override
    public void set(ArticleId article, Stewardship now) {
        database.insertingHandle(h -> {
            String update = "update article_steward set owner = :owner, review_due = :due"
                    + " where slug = :slug and language = :language";
            String insert = "insert into article_steward (slug, language, owner, review_due)"
                    + " values (:slug, :language, :owner, :due)";
            for (String sql : new String[] {update, insert})
                if (TextRow.named(h.createUpdate(sql), article)
                                .bindByType("owner", now.owner().orElse(null), UUID.class)
                                .bindByType("due", now.reviewDue().orElse(null), LocalDate.class)
                                .execute()
                        == 1) return true;
            return false;
        });
    }

    private static Stewardship stewardship(ResultSet row) throws SQLException {
        return new Stewardship(
                Optional.ofNullable(row.getObject("owner", UUID.class)),
                Optional.ofNullable(row.getObject("review_due", LocalDate.class)));
    }
}
