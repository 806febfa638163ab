package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.Enclosure;
import amends.knowledge.Enclosures;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pictures and forms as rows. */
public final class JdbcEnclosures implements Enclosures {
    private final Database database;

    public JdbcEnclosures(Database database) {
        this.database = database;
    }

    @Override
    public List<Enclosure> of(ArticleId article) {
        return database.handle(h -> h.select(
                        "select id, slug, language, name, kind, octet_length(bytes) as size, added_by, at"
                                + " from article_file where slug = ? and language = ? order by name",
                        article.slug(),
                        article.language().tag())
                .map((row, context) -> new Enclosure(
                        row.getObject("id", UUID.class),
                        TextRow.id(row),
                        row.getString("name"),
                        Enclosure.Kind.valueOf(row.getString("kind")),
                        row.getInt("size"),
                        row.getObject("added_by", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
    }

    @Override
    public Optional<byte[]> bytes(UUID enclosure) {
        return database.handle(h -> h.select("select bytes from article_file where id = ?", enclosure)
                .map((row, context) -> row.getBytes("bytes"))
                .findOne());
    }

    @Override
    public void put(Enclosure enclosure, byte[] bytes) {
        database.insertingHandle(h -> {
            TextRow.named(
                            h.createUpdate("delete from article_file where slug = :slug and language = :language"
                                    + " and name = :name"),
                            enclosure.article())
                    .bind("name", enclosure.name())
                    .execute();
            return TextRow.named(h.createUpdate("""
                            insert into article_file (id, slug, language, name, kind, bytes, added_by, at)
                            values (:id, :slug, :language, :name, :kind, :bytes, :by, :at)"""), enclosure.article())
                    .bind("id", enclosure.id())
                    .bind("name", enclosure.name())
                    .bind("kind", enclosure.kind().name())
                    .bind("bytes", bytes)
                    .bind("by", enclosure.by())
                    .bind("at", enclosure.at())
                    .execute();
        });
    }

    @Override
    public void remove(UUID enclosure) {
        database.handle(h -> h.execute("delete from article_file where id = ?", enclosure));
    }
}
