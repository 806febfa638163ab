package amends.compensation.jdbc;

import amends.compensation.AuditDraw;
import amends.compensation.Audits;
import amends.compensation.Grant;
import amends.compensation.Grants;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Draws and findings as rows. */
public final class JdbcAudits implements Audits {
    private final Database database;
    private final Grants grants;

    public JdbcAudits(Database database, Grants grants) {
        this.database = database;
        this.grants = grants;
    }

    @Override
    public void add(AuditDraw draw, List<Grant> drawn) {
        database.handle(handle -> {
            handle.execute(
                    "insert into compensation_draw (id, seed, drawn_by, at, since, until, size)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    draw.id(),
                    draw.seed(),
                    draw.drawnBy(),
                    draw.at(),
                    draw.since(),
                    draw.until(),
                    draw.size());
            for (int place = 0; place < drawn.size(); place++)
                handle.execute(
                        "insert into compensation_finding (draw, grant_id, place, words) values (?, ?, ?, '')",
                        draw.id(),
                        drawn.get(place).id(),
                        place);
            return null;
        });
    }

    @Override
    public List<AuditDraw> latest(int most) {
        return database.handle(h -> h.select(
                        "select id, seed, drawn_by, at, since, until, size from compensation_draw"
                                + " order by at desc, id limit ?",
                        most)
                .map((row, context) -> new AuditDraw(
                        row.getObject("id", UUID.class),
                        row.getLong("seed"),
                        row.getObject("drawn_by", UUID.class),
                        instant(row, "at"),
                        instant(row, "since"),
                        instant(row, "until"),
                        row.getInt("size")))
                .list());
    }

    private record Bare(UUID grant, int place, Optional<Finding> finding, String words, Optional<UUID> auditor) {}

    @Override
    public List<Item> items(UUID draw) {
        return database
                .handle(h -> h.select(
                                "select grant_id, place, finding, words, auditor from compensation_finding where draw = ?"
                                        + " order by place",
                                draw)
                        .map((row, context) -> new Bare(
                                row.getObject("grant_id", UUID.class),
                                row.getInt("place"),
                                Optional.ofNullable(row.getString("finding")).map(Finding::valueOf),
                                row.getString("words"),
                                Optional.ofNullable(row.getObject("auditor", UUID.class))))
                        .list())
                .stream()
                .flatMap(bare -> grants.byId(bare.grant()).stream()
                        .map(g -> new Item(g, bare.place(), bare.finding(), bare.words(), bare.auditor())))
                .toList();
    }

    @Override
    public boolean find(UUID draw, UUID grant, Finding finding, String words, UUID auditor, Instant at) {
        return database.handle(h -> h.execute(
                        "update compensation_finding set finding = ?, words = ?, auditor = ?, at = ?"
                                + " where draw = ? and grant_id = ?",
                        finding.name(),
                        words,
                        auditor,
                        at,
                        draw,
                        grant))
                == 1;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
