package amends.recording.jdbc;

import amends.kernel.jdbc.Database;
import amends.recording.ChainAnchors;
import amends.recording.ChainLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The desks' chains as rows that are only ever inserted, and one row for the head of each. */
public final class JdbcChainAnchors implements ChainAnchors {
    private final Database database;

    public JdbcChainAnchors(Database database) {
        this.database = database;
    }

    @Override
    public void store(String desk, ChainLink link) {
        database.insertingHandle(h -> h.createUpdate("""
                        insert into recording_chain_link (desk, number, previous, kind, recording, file, facts, at)
                        select :desk, :number, :previous, :kind, :recording, :file, :facts,
                        cast(:at as timestamp(6) with time zone) where not exists
                        (select 1 from recording_chain_link where desk = :desk and number = :number)""")
                .bind("desk", desk)
                .bind("number", link.number())
                .bind("previous", link.previous())
                .bind("kind", link.kind().name())
                .bind("recording", link.recording())
                .bind("file", link.file())
                .bind("facts", link.facts())
                .bind("at", link.at())
                .execute());
    }

    @Override
    public long lastStored(String desk) {
        return database.handle(
                h -> h.select("select coalesce(max(number), 0) from recording_chain_link where desk = ?", desk)
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public Optional<String> deskOf(UUID recording) {
        return database.handle(
                h -> h.select("select desk from recording_chain_link where recording = ? order by number", recording)
                        .mapTo(String.class)
                        .findFirst());
    }

    @Override
    public List<ChainLink> after(String desk, long number, int most) {
        return database.handle(h ->
                h.select("""
                        select number, previous, kind, recording, file, facts, at from recording_chain_link
                        where desk = ? and number > ? order by number limit ?""", desk, number, most).map(JdbcChainAnchors::link).list());
    }

    private static ChainLink link(ResultSet row, StatementContext context) throws SQLException {
        return new ChainLink(
                row.getLong("number"),
                row.getString("previous"),
                ChainLink.Kind.valueOf(row.getString("kind")),
                row.getObject("recording", UUID.class),
                row.getString("file"),
                row.getString("facts"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    @Override
    public Optional<Head> head(String desk) {
        return database.handle(h -> h.select("select number, hash from recording_chain_head where desk = ?", desk)
                .map((row, context) -> new Head(row.getLong("number"), row.getString("hash")))
                .findOne());
    }

    @Override
    public void moveHead(String desk, Head head) {
        database.insertingHandle(h -> h.execute(
                                "update recording_chain_head set number = ?, hash = ? where desk = ?",
                                head.number(),
                                head.hash(),
                                desk)
                        > 0
                || h.execute(
                                "insert into recording_chain_head (desk, number, hash) values (?, ?, ?)",
                                desk,
                                head.number(),
                                head.hash())
                        > 0);
    }
}
