package amends.kernel.jdbc;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/**
 * Duties as rows. Leases are reckoned by the database's clock alone, so that desks whose clocks differ agree; a lease
 * that seems to have begun more than its own length in the future was taken before that clock was set back, and is
 * free.
 */
public final class JdbcDuties implements Duties {
    private static final String HELD = " where id = :id and holder = :holder and state = 'OPEN'";
    private final Database database;
    private final Function<Handle, Instant> clock;

    public JdbcDuties(Database database) {
        this(
                database,
                handle -> handle.select("select current_timestamp")
                        .mapTo(Instant.class)
                        .one());
    }

    JdbcDuties(Database database, Function<Handle, Instant> clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(Duty duty) {
        database.insertingHandle(handle -> handle.createUpdate("""
                        insert into duty (id, kind, subject, due, state, attempts, hands)
                        select :id, :kind, :subject, cast(:due as timestamp(6) with time zone), 'OPEN', :attempts, 0
                        where not exists (select 1 from duty where id = :id)""")
                .bind("id", duty.id())
                .bind("kind", duty.kind())
                .bind("subject", duty.subject())
                .bind("due", duty.due())
                .bind("attempts", duty.attempts())
                .execute());
    }

    @Override
    public List<Duty> lease(String holder, Set<String> kinds, Duration leaseTime, int most) {
        if (kinds.isEmpty() || most < 1) return List.of();
        return database.handle(handle -> {
            Instant now = clock.apply(handle);
            var taken = new ArrayList<Duty>();
            for (Candidate free : free(handle, kinds, now, most))
                if (take(handle, free, holder, now, leaseTime)) taken.add(free.begun());
            return taken;
        });
    }

    private static List<Candidate> free(Handle handle, Set<String> kinds, Instant now, int most) {
        return handle.createQuery("""
                        select id, kind, subject, due, attempts, hands from duty
                        where state = 'OPEN' and kind in (<kinds>) and due <= :now
                        and (lease_ends is null or lease_ends <= :now or lease_void_before > :now)
                        order by due, id limit :most for update skip locked""")
                .bindList("kinds", List.copyOf(kinds))
                .bind("now", now)
                .bind("most", most)
                .map(JdbcDuties::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, StatementContext context) throws SQLException {
        var duty = new Duty(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
        return new Candidate(duty, row.getLong("hands"));
    }

    private static boolean take(Handle handle, Candidate free, String holder, Instant now, Duration leaseTime) {
        return changed(leased(
                handle.createUpdate("""
                                update duty set holder = :holder, lease_ends = :ends, lease_void_before = :before,
                                attempts = attempts + 1, hands = hands + 1
                                where id = :id and hands = :hands and state = 'OPEN'""")
                        .bind("holder", holder)
                        .bind("id", free.duty.id())
                        .bind("hands", free.hands),
                now,
                leaseTime));
    }

    private static Update leased(Update update, Instant now, Duration leaseTime) {
        return update.bind("ends", now.plus(leaseTime)).bind("before", now.minus(leaseTime));
    }

    @Override
    public boolean renew(UUID duty, String holder, Duration leaseTime) {
        return database.handle(handle -> changed(leased(
                handle.createUpdate("update duty set lease_ends = :ends, lease_void_before = :before,"
                                + " hands = hands + 1" + HELD)
                        .bind("id", duty)
                        .bind("holder", holder),
                clock.apply(handle),
                leaseTime)));
    }

    @Override
    public boolean done(UUID duty, String holder) {
        return settle(duty, holder, "DONE", "");
    }

    @Override
    public boolean givenUp(UUID duty, String holder, String reason) {
        return settle(duty, holder, "GIVEN_UP", reason);
    }

    private boolean settle(UUID duty, String holder, String state, String reason) {
        return database.handle(handle -> changed(handle.createUpdate("update duty set state = :state,"
                        + " reason = :reason, settled = :now, hands = hands + 1" + HELD)
                .bind("state", state)
                .bind("reason", PlainText.line(reason, 500))
                .bind("now", clock.apply(handle))
                .bind("id", duty)
                .bind("holder", holder)));
    }

    @Override
    public boolean again(UUID duty, String holder, Instant at, String reason) {
        return database.handle(handle -> changed(handle.createUpdate("update duty set due = :at, reason = :reason,"
                        + " holder = null, lease_void_before = null, lease_ends = null, hands = hands + 1" + HELD)
                .bind("at", at)
                .bind("reason", PlainText.line(reason, 500))
                .bind("id", duty)
                .bind("holder", holder)));
    }

    private static boolean changed(Update update) {
        return update.execute() == 1;
    }

    /** @param hands what the row counted when it was seen free */
    private record Candidate(Duty duty, long hands) {
        Duty begun() {
            return new Duty(duty.id(), duty.kind(), duty.subject(), duty.due(), duty.attempts() + 1);
        }
    }
}
