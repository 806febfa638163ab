package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.SearchLog;
import amends.knowledge.SearchMade;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Searches as rows, without who made them. */
public final class JdbcSearchLog implements SearchLog {
    private final Database database;

    public JdbcSearchLog(Database database) {
        this.database = database;
    }

    @Override
    public void add(SearchMade search) {
        database.insertingHandle(h -> h.execute(
                "insert into article_search (id, at, words, language, found, answered, led_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                search.id(),
                search.at(),
                search.words(),
                search.language().tag(),
                search.found(),
                search.answered(),
                search.ledTo().orElse(null)));
    }

    @Override
    public int forgetBefore(Instant moment) {
        return database.handle(h -> h.execute("delete from article_search where at < ?", moment));
    }

    @Override
    public List<SearchMade> unanswered(Instant since, int most) {
        return database.handle(h -> h.select(
                        "select * from article_search where at > ? and not answered order by at desc, id limit ?",
                        since,
                        most)
                .map((row, context) -> new SearchMade(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("words"),
                        ArticleLanguage.ofTag(row.getString("language")).orElseThrow(),
                        row.getInt("found"),
                        row.getBoolean("answered"),
                        Optional.ofNullable(row.getString("led_to"))))
                .list());
    }
}
