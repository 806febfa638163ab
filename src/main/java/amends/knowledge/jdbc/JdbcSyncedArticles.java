package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.SyncedArticles;
import java.util.HashMap;
import java.util.Map;

/** Which versions files held, as rows. */
public final class JdbcSyncedArticles implements SyncedArticles {
    private final Database database;

    public JdbcSyncedArticles(Database database) {
        this.database = database;
    }

    @Override
    public Map<ArticleId, Integer> all() {
        return database.handle(h -> {
            var all = new HashMap<ArticleId, Integer>();
            h.select("select slug, language, version from article_synced")
                    .map((row, context) -> Map.entry(TextRow.id(row), row.getInt("version")))
                    .forEach(e -> all.put(e.getKey(), e.getValue()));
            return all;
        });
    }

    @Override
    public void set(ArticleId article, int version) {
        database.insertingHandle(h -> {
            String update =
                    "update article_synced set version = :version" + " where slug = :slug and language = :language";
            String insert = "insert into article_synced (slug, language, version) values (:slug, :language, :version)";
            for (String sql : new String[] {update, insert})
                if (TextRow.named(h.createUpdate(sql), article)
                                .bind("version", version)
                                .execute()
                        == 1) return true;
            return false;
        });
    }

    @Override
    public void forget(ArticleId article) {
        database.handle(h -> TextRow.named(
                        h.createUpdate("delete from article_synced where slug = :slug and language = :language"),
                        article)
                .execute());
    }
}
