package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.DismissedWords;
import amends.knowledge.WordCandidate.Dismissed;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Dismissed words as rows. */
public final class JdbcDismissedWords implements DismissedWords {
    private final Database database;

    public JdbcDismissedWords(Database database) {
        this.database = database;
    }

    @Override
    public Set<Dismissed> all() {
        return Set.copyOf(database.handle(h -> h.select("select said, slug from house_words_dismissed")
                .map((row, context) -> new Dismissed(row.getString("said"), row.getString("slug")))
                .list()));
    }

    @Override
    public void add(Dismissed word, UUID by, Instant at) {
        database.insertingHandle(h -> {
            boolean there = h.select(
                            "select 1 from house_words_dismissed where said = ? and slug = ?", word.said(), word.slug())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            return there
                    || h.execute(
                                    "insert into house_words_dismissed (said, slug, dismissed_by, at) values (?, ?, ?, ?)",
                                    word.said(),
                                    word.slug(),
                                    by,
                                    at)
                            == 1;
        });
    }
}
