package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.SyncedArticles;
import java.util.HashMap;
import java.util.Map;

/** Which versions the files of one folder held, as rows. */
public final class JdbcSyncedArticles implements SyncedArticles {
    private final Database database;
    private final String folder;

    /** @param folder which one, by its mark; empty: one without */
    public JdbcSyncedArticles(Database database, String folder) {
        this.database = database;
        this.folder = folder;
    }

    @Override
    public Map<ArticleId, Integer> all() {
        return database.handle(h -> {
            var all = new HashMap<ArticleId, Integer>();
            h.select("select slug, language, version from article_in_folder where folder = ?", folder)
                    .map((row, context) -> Map.entry(TextRow.id(row), row.getInt("version")))
                    .forEach(e -> all.put(e.getKey(), e.getValue()));
            return all;
        });
    }

    @Override
    public void set(ArticleId article, int version) {
        database.insertingHandle(h -> {
            String update = "update article_in_folder set version = :version"
                    + " where folder = :folder and slug = :slug and language = :language";
            String insert = "insert into article_in_folder (folder, slug, language, version)"
                    + " values (:folder, :slug, :language, :version)";
            for (String sql : new String[] {update, insert})
                if (TextRow.named(h.createUpdate(sql), article)
                                .bind("folder", folder)
                                .bind("version", version)
                                .execute()
                        == 1) return true;
            return false;
        });
    }

    @Override
    public void forget(ArticleId article) {
        database.handle(h -> TextRow.named(
                        h.createUpdate("delete from article_in_folder"
                                + " where folder = :folder and slug = :slug and language = :language"),
                        article)
                .bind("folder", folder)
                .execute());
    }
}
