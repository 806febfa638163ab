package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Dispute;
import amends.knowledge.Disputes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Disputes as rows, until they are settled. */
public final class JdbcDisputes implements Disputes {
    private final Database database;

    public JdbcDisputes(Database database) {
        this.database = database;
    }

    @Override
    public void add(Dispute one) {
        database.insertingHandle(h -> h.execute(
                "insert into article_disputed (id, article, language, words, said_by, by_author, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                one.id(),
                one.article().slug(),
                one.article().language().tag(),
                one.words(),
                one.by(),
                one.byAuthor(),
                one.at()));
    }

    @Override
    public List<Dispute> open(int most) {
        return database.handle(h -> h.select("select * from article_disputed order by at, id limit ?", most)
                .map((row, context) -> new Dispute(
                        row.getObject("id", UUID.class),
                        new ArticleId(
                                row.getString("article"),
                                ArticleLanguage.ofTag(row.getString("language")).orElseThrow()),
                        row.getString("words"),
                        row.getObject("said_by", UUID.class),
                        row.getBoolean("by_author"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
    }

    @Override
    public void settled(Dispute one) {
        database.handle(h -> h.execute("delete from article_disputed where id = ?", one.id()));
    }
}
