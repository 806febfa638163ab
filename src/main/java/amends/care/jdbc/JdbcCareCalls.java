package amends.care.jdbc;

import amends.care.Candidate;
import amends.care.Candidate.Pool;
import amends.care.CareCall;
import amends.care.CareCall.Outcome;
import amends.care.CareCalls;
import amends.care.CareDraw;
import amends.care.FairDraw.Lot;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Draws, the chances of all in them, and the calls that came of them, as rows. */
public final class JdbcCareCalls implements CareCalls {
    private static final String CALL = "select id, draw, customer, name, number, weight, chance, pool, state, taken_by,"
            + " taken_until, tries, not_before, outcome, words from care_call ";
    private static final String DRAW =
            "select id, at, seed, places, quiet_share, candidates, quiet, drawn from care_draw ";
    private final Database database;

    public JdbcCareCalls(Database database) {
        this.database = database;
    }

    @Override
    public void keep(CareDraw draw, List<Lot> lots, List<CareCall> calls) {
        database.handle(handle -> {
            if (handle.select("select 1 from care_draw where id = ?", draw.id())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent()) return 0;
            handle.execute(
                    "insert into care_draw (id, at, seed, places, quiet_share, candidates, quiet, drawn)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    draw.id(),
                    draw.at(),
                    draw.seed(),
                    draw.places(),
                    draw.quietShare(),
                    draw.candidates(),
                    draw.quiet(),
                    draw.drawn());
            lots.forEach(lot -> insert(handle, draw.id(), lot));
            calls.forEach(call -> insert(handle, call));
            return calls.size();
        });
    }

    private static void insert(Handle handle, UUID draw, Lot lot) {
        handle.execute(
                "insert into care_lot (draw, customer, weight, pool, chance, drawn) values (?, ?, ?, ?, ?, ?)",
                draw,
                lot.candidate().customer(),
                lot.candidate().weight(),
                lot.candidate().pool().name(),
                lot.chance(),
                lot.drawn());
    }

    private static void insert(Handle handle, CareCall call) {
        handle.execute(
                "insert into care_call (id, draw, customer, name, number, weight, chance, pool, state, tries,"
                        + " not_before, words, changed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                call.id(),
                call.draw(),
                call.customer(),
                call.name(),
                call.number().e164(),
                call.weight(),
                call.chance(),
                call.pool().name(),
                call.state().name(),
                call.tries(),
                call.notBefore(),
                call.words(),
                call.notBefore());
    }

    @Override
    public Optional<CareDraw> latestDraw() {
        return database.handle(handle -> handle.select(DRAW + "order by at desc, id desc limit 1")
                .map((row, context) -> new CareDraw(
                        row.getObject("id", UUID.class),
                        instant(row, "at"),
                        row.getLong("seed"),
                        row.getInt("places"),
                        row.getDouble("quiet_share"),
                        row.getInt("candidates"),
                        row.getInt("quiet"),
                        row.getInt("drawn")))
                .findOne());
    }

    @Override
    public Optional<CareCall> careCall(UUID id) {
        return database.handle(handle -> handle.select(CALL + "where id = ?", id)
                .map(JdbcCareCalls::call)
                .findOne());
    }

    @Override
    public List<CareCall> open(int most) {
        return database.handle(handle -> handle.select(
                        CALL + "where state in ('WAITING', 'TAKEN') order by weight desc, id limit ?", most)
                .map(JdbcCareCalls::call)
                .list());
    }

    @Override
    public boolean change(CareCall before, CareCall now, Instant at) {
        return database.handle(handle -> handle.createUpdate("""
                        update care_call set state = :state, taken_by = :by, taken_until = :until, tries = :tries,
                        not_before = :earliest, outcome = :outcome, words = :words, changed = :at
                        where id = :id and state = :was and tries = :wasTries
                        and coalesce(taken_by, :nobody) = :wasBy""")
                        .bind("state", now.state().name())
                        .bindByType("by", now.takenBy().orElse(null), UUID.class)
                        .bindByType("until", now.takenUntil().orElse(null), Instant.class)
                        .bind("tries", now.tries())
                        .bind("earliest", now.notBefore())
                        .bind("outcome", now.outcome().map(Enum::name).orElse(null))
                        .bind("words", now.words())
                        .bind("at", at)
                        .bind("id", now.id())
                        .bind("was", before.state().name())
                        .bind("wasTries", before.tries())
                        .bind("nobody", new UUID(0, 0))
                        .bind("wasBy", before.takenBy().orElse(new UUID(0, 0)))
                        .execute()
                > 0);
    }

    @Override
    public List<Lot> lotsOf(UUID draw) {
        return database.handle(handle -> handle.select(
                        "select customer, weight, pool, chance, drawn from care_lot where draw = ?"
                                + " order by drawn desc, weight desc, customer",
                        draw)
                .map((row, context) -> new Lot(
                        new Candidate(
                                row.getObject("customer", UUID.class),
                                row.getDouble("weight"),
                                Pool.valueOf(row.getString("pool"))),
                        row.getDouble("chance"),
                        row.getBoolean("drawn")))
                .list());
    }

    private static CareCall call(ResultSet row, StatementContext context) throws SQLException {
        return new CareCall(
                row.getObject("id", UUID.class),
                row.getObject("draw", UUID.class),
                row.getObject("customer", UUID.class),
                row.getString("name"),
                new PhoneNumber(row.getString("number")),
                row.getDouble("weight"),
                row.getDouble("chance"),
                Pool.valueOf(row.getString("pool")),
                CareCall.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("taken_by", UUID.class)),
                Optional.ofNullable(row.getObject("taken_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("tries"),
                instant(row, "not_before"),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                row.getString("words"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
