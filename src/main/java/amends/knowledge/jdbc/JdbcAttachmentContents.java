package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.AttachmentContents;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What attachments hold as rows, by digest; texts name them in a column of their own. */
public final class JdbcAttachmentContents implements AttachmentContents {
    private final Database database;

    public JdbcAttachmentContents(Database database) {
        this.database = database;
    }

    @Override
    public boolean has(String digest) {
        return database.handle(h -> h.select("select 1 from article_content where digest = ?", digest)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public Optional<byte[]> bytes(String digest) {
        return database.handle(h -> h.select("select bytes from article_content where digest = ?", digest)
                .map((row, context) -> row.getBytes("bytes"))
                .findOne());
    }

    @Override
    public void put(String digest, byte[] bytes, Optional<UUID> by, Instant at) {
        database.insertingHandle(h -> {
            // Put in anew: it is about to be named.
            if (h.execute("update article_content set at = ? where digest = ?", at, digest) > 0) return false;
            return h.createUpdate("insert into article_content (digest, bytes, added_by, at)"
                                    + " values (:digest, :bytes, :by, :at)")
                            .bind("digest", digest)
                            .bind("bytes", bytes)
                            .bindByType("by", by.orElse(null), UUID.class)
                            .bind("at", at)
                            .execute()
                    == 1;
        });
    }

    @Override
    public int tidy(Instant before) {
        return database.handle(h -> h.execute("""
                delete from article_content where at < ?
                and not exists (select 1 from article_version v
                  where v.attachments <> '' and position(article_content.digest in v.attachments) > 0)
                and not exists (select 1 from article_manuscript m where m.open_for is not null
                  and m.attachments <> '' and position(article_content.digest in m.attachments) > 0)""", before));
    }
}
