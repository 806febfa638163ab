package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleShelf;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

public final class JdbcArticleShelf implements ArticleShelf {
    /** Who was away so long was off shift, not at lunch. */
    private static final Duration OFF_SHIFT = Duration.ofHours(4);

    private final Database database;

    private record Reader(Instant newSince, Instant lastHere) {}

    public JdbcArticleShelf(Database database) {
        this.database = database;
    }

    @Override
    public Set<String> favourites(UUID person) {
        return new HashSet<>(
                database.handle(h -> h.select("select article from article_favourite where person = ?", person)
                        .mapTo(String.class)
                        .list()));
    }

    @Override
    public void favour(UUID person, String article, Instant at) {
        database.insertingHandle(h -> h.createUpdate(
                        "insert into article_favourite (person, article, since)"
                                + " select :person, :article, cast(:at as timestamp(6) with time zone)"
                                + " where not exists (select 1 from article_favourite where person = :person and article = :article)")
                .bind("person", person)
                .bind("article", article)
                .bind("at", at)
                .execute());
    }

    @Override
    public void unfavour(UUID person, String article) {
        database.handle(
                h -> h.execute("delete from article_favourite where person = ? and article = ?", person, article));
    }

    @Override
    public Instant here(UUID person, Instant now) {
        return database.insertingHandle(h -> {
            Optional<Reader> before = reader(h, person);
            if (before.isEmpty()) {
                h.execute(
                        "insert into article_reader (person, new_since, last_here) values (?, ?, ?)", person, now, now);
                return now;
            }
            Reader reader = before.get();
            boolean wasOff = reader.lastHere().plus(OFF_SHIFT).isBefore(now);
            Instant since = wasOff ? reader.lastHere() : reader.newSince();
            h.execute("update article_reader set new_since = ?, last_here = ? where person = ?", since, now, person);
            return since;
        });
    }

    private static Optional<Reader> reader(Handle handle, UUID person) {
        return handle.select("select new_since, last_here from article_reader where person = ?", person)
                .map((row, context) -> new Reader(
                        row.getObject("new_since", OffsetDateTime.class).toInstant(),
                        row.getObject("last_here", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    @Override
    public List<ArticleId> changedSince(Instant since, ArticleLanguage language, int most) {
        return database.handle(h -> h.select(
                        "select a.id from article a join article_version v on v.id = a.id and v.language = a.language"
                                + " and v.version = a.version where a.state = 'PUBLISHED' and a.language = ?"
                                + " and v.since > ? order by v.since desc, a.id limit ?",
                        language.tag(),
                        since,
                        most)
                .map((row, context) -> new ArticleId(row.getString("id"), language))
                .list());
    }
}
