package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Phrasings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learned phrasings as rows, with a change number that is taken one writer at a time. */
public final class JdbcPhrasings implements Phrasings {
    private final Database database;

    public JdbcPhrasings(Database database) {
        this.database = database;
    }

    @Override
    public long lastChange() {
        return database.handle(h -> h.select("select number from article_learning_change")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Map<ArticleId, List<LearnedPhrasing>> changedSince(long change) {
        Map<ArticleId, List<LearnedPhrasing>> changed = new LinkedHashMap<>();
        database.handle(h -> h.select("""
                        select l.article, l.language, p.words, p.weight from article_learned l
                        left join article_phrasing p on p.article = l.article and p.language = l.language
                        where l.change_number > ? order by l.change_number, p.place""", change)
                        .map((row, context) -> Map.entry(id(row), phrasing(row)))
                        .list())
                .forEach(row -> {
                    List<LearnedPhrasing> all = changed.computeIfAbsent(row.getKey(), a -> new ArrayList<>());
                    row.getValue().ifPresent(all::add);
                });
        return changed;
    }

    private static ArticleId id(ResultSet row) throws SQLException {
        return new ArticleId(
                row.getString("article"),
                ArticleLanguage.ofTag(row.getString("language")).orElseThrow());
    }

    private static Optional<LearnedPhrasing> phrasing(ResultSet row) throws SQLException {
        String words = row.getString("words");
        return words == null ? Optional.empty() : Optional.of(new LearnedPhrasing(words, row.getInt("weight")));
    }

    @Override
    public List<LearnedPhrasing> of(ArticleId article) {
        return database.handle(h -> h.select(
                        "select words, weight from article_phrasing where article = ? and language = ? order by place",
                        article.slug(),
                        article.language().tag())
                .map((row, context) -> new LearnedPhrasing(row.getString("words"), row.getInt("weight")))
                .list());
    }

    @Override
    public void learn(ArticleId article, List<LearnedPhrasing> phrasings) {
        database.insertingHandle(handle -> {
            String slug = article.slug();
            String language = article.language().tag();
            handle.execute("update article_learning_change set number = number + 1");
            handle.execute("delete from article_phrasing where article = ? and language = ?", slug, language);
            handle.execute("delete from article_learned where article = ? and language = ?", slug, language);
            handle.execute(
                    "insert into article_learned (article, language, change_number)"
                            + " select ?, ?, number from article_learning_change",
                    slug,
                    language);
            int place = 0;
            for (LearnedPhrasing one : phrasings)
                handle.execute(
                        "insert into article_phrasing (article, language, place, words, weight) values (?, ?, ?, ?, ?)",
                        slug,
                        language,
                        place++,
                        one.words(),
                        one.weight());
            return null;
        });
    }
}
