package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.HouseWords;
import amends.knowledge.WordsSync;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Lists of everyday words as rows, each as it was written; none is changed. */
public final class JdbcHouseWords implements HouseWords {
    private final Database database;

    public JdbcHouseWords(Database database) {
        this.database = database;
    }

    @Override
    public int version() {
        return database.handle(h -> h.select("select coalesce(max(version), 0) from house_words")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public Optional<Kept> version(int number) {
        return database.handle(h -> h.select("select * from house_words where version = ?", number)
                .map(JdbcHouseWords::kept)
                .findOne());
    }

    @Override
    public List<Kept> latest(int most) {
        return database.handle(h -> h.select("select * from house_words order by version desc limit ?", most)
                .map(JdbcHouseWords::kept)
                .list());
    }

    @Override
    public boolean add(Kept next) {
        return database.insertingHandle(h -> version() < next.version()
                && h.createUpdate(
                                        "insert into house_words (version, source, said_by, at) values (:v, :source, :by, :at)")
                                .bind("v", next.version())
                                .bind("source", next.source())
                                .bindByType("by", next.by().orElse(null), UUID.class)
                                .bind("at", next.at())
                                .execute()
                        == 1);
    }

    private static Kept kept(ResultSet row, StatementContext context) throws SQLException {
        return new Kept(
                row.getInt("version"),
                row.getString("source"),
                Optional.ofNullable(row.getObject("said_by", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** Which version a folder held last. @param mark the folder's own; empty: one without */
    public WordsSync.Folder folder(String mark) {
        return new WordsSync.Folder() {
            @Override
            public int held() {
                return database.handle(h -> h.select("select version from house_words_in_folder where folder = ?", mark)
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0));
            }

            @Override
            public void holds(int version) {
                database.insertingHandle(h -> {
                    if (h.execute("update house_words_in_folder set version = ? where folder = ?", version, mark) == 1)
                        return 1;
                    return h.execute(
                            "insert into house_words_in_folder (folder, version) values (?, ?)", mark, version);
                });
            }
        };
    }
}
