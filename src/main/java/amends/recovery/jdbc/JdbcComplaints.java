package amends.recovery.jdbc;

import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.recovery.Complaint;
import amends.recovery.ComplaintEvent;
import amends.recovery.Complaints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The complaints as rows; the database gives each its number. */
public final class JdbcComplaints implements Complaints {
    private static final String COMPLAINT = "select " + ComplaintRow.COLUMNS + " from complaint c ";
    private static final String EVENT = "select id, complaint, at, who, act, words, state from complaint_event ";
    private static final String FIRST_DUE =
            " order by case when c.next_due is null then 1 else 0 end, c.next_due," + " c.number limit ";
    private final Database database;

    public JdbcComplaints(Database database) {
        this.database = database;
    }

    @Override
    public Added add(Complaint complaint, Set<UUID> failures) {
        return database.insertingHandle(handle -> {
            Optional<Complaint> known = read(handle, complaint.id());
            if (known.isPresent()) return new Added(known.get(), false);
            ComplaintRow.insert(handle, complaint);
            for (UUID failure : failures)
                handle.execute(
                        "insert into complaint_failure (complaint, failure) values (?, ?)", complaint.id(), failure);
            return new Added(read(handle, complaint.id()).orElseThrow(), true);
        });
    }

    @Override
    public boolean change(Complaint before, Complaint now) {
        return database.handle(handle -> ComplaintRow.update(handle, before, now) == 1);
    }

    private static Optional<Complaint> read(Handle handle, UUID id) {
        return handle.select(COMPLAINT + "where c.id = ?", id)
                .map(JdbcComplaints::complaint)
                .findOne();
    }

    private List<Complaint> list(String rest, Object... arguments) {
        return database.handle(handle -> handle.select(COMPLAINT + rest, arguments)
                .map(JdbcComplaints::complaint)
                .list());
    }

    @Override
    public Optional<Complaint> byId(UUID id) {
        return database.handle(handle -> read(handle, id));
    }

    @Override
    public Optional<Complaint> byNumber(int number) {
        return list("where c.number = ?", number).stream().findFirst();
    }

    @Override
    public Set<UUID> failuresOf(UUID complaint) {
        return database.handle(
                handle -> handle.select("select failure from complaint_failure where complaint = ?", complaint)
                        .mapTo(UUID.class)
                        .set());
    }

    @Override
    public void addFailure(UUID complaint, UUID failure) {
        database.insertingHandle(handle -> handle.execute(
                "insert into complaint_failure (complaint, failure) select ?, ? where not exists"
                        + " (select 1 from complaint_failure where complaint = ? and failure = ?)",
                complaint,
                failure,
                complaint,
                failure));
    }

    @Override
    public List<Complaint> ofCustomer(UUID customer, int most) {
        return list("where c.customer = ? order by c.opened desc, c.number desc limit ?", customer, most);
    }

    @Override
    public List<Complaint> openOf(UUID owner, int most) {
        return list(
                "where c.owner = ? and c.state not in ('RESPONDED', 'CLOSED') order by c.respond_by, c.number limit ?",
                owner,
                most);
    }

    @Override
    public List<Complaint> inHandOf(UUID owner, int most) {
        return list("where c.owner = ? and (c.state <> 'CLOSED' or c.asking)" + FIRST_DUE + "?", owner, most);
    }

    @Override
    public List<Complaint> board(Instant closedSince, int most) {
        return list("where c.state <> 'CLOSED' or c.asking or c.closed >= ?" + FIRST_DUE + "?", closedSince, most);
    }

    @Override
    public List<Complaint> recent(Optional<UUID> customer, Optional<PhoneNumber> callBack, Instant since, int most) {
        String whose = customer.isPresent() ? "c.customer = ?" : "c.customer is null and c.call_back = ?";
        Object who = customer.<Object>map(id -> id)
                .or(() -> callBack.map(PhoneNumber::e164))
                .orElse(null);
        if (who == null) return List.of();
        return list(
                "where " + whose + " and (c.opened >= ? or c.responded >= ? or c.closed >= ?)"
                        + " order by coalesce(c.closed, c.responded, c.opened) desc, c.number desc limit ?",
                who,
                since,
                since,
                since,
                most);
    }

    @Override
    public List<Complaint> closedFor(PhoneNumber callBack, Instant since) {
        return list(
                "where c.call_back = ? and c.state = 'CLOSED' and c.closed >= ? order by c.closed desc, c.number desc",
                callBack.e164(),
                since);
    }

    @Override
    public boolean add(ComplaintEvent event) {
        return database.insertingHandle(handle -> {
                    if (event(event.id()).isPresent()) return 0;
                    return handle.createUpdate("""
                            insert into complaint_event (id, complaint, at, who, act, words, state)
                            values (:id, :complaint, :at, :who, :act, :words, :state)""")
                            .bind("id", event.id())
                            .bind("complaint", event.complaint())
                            .bind("at", event.at())
                            .bindByType("who", event.who().orElse(null), UUID.class)
                            .bind("act", event.act().name())
                            .bind("words", event.words())
                            .bind("state", event.state().name())
                            .execute();
                })
                == 1;
    }

    @Override
    public Optional<ComplaintEvent> event(UUID id) {
        return database.handle(handle -> handle.select(EVENT + "where id = ?", id)
                .map(JdbcComplaints::event)
                .findOne());
    }

    @Override
    public List<ComplaintEvent> history(UUID complaint) {
        return database.handle(handle -> handle.select(EVENT + "where complaint = ? order by at, id", complaint)
                .map(JdbcComplaints::event)
                .list());
    }

    @Override
    public List<Weakness> weaknesses(Instant since, Instant now) {
        return database.handle(handle -> handle.createQuery("""
                        select coalesce(unit, '') as unit, coalesce(cause, '') as cause, count(*) as complaints,
                        sum(case when responded > respond_by or responded is null and respond_by < :now
                        then 1 else 0 end) as late,
                        sum(case when times_reopened > 0 then 1 else 0 end) as reopened
                        from complaint where opened >= :since group by coalesce(unit, ''), coalesce(cause, '')
                        order by 3 desc, 1, 2""")
                .bind("now", now)
                .bind("since", since)
                .map((row, context) -> new Weakness(
                        row.getString("unit"),
                        row.getString("cause"),
                        row.getInt("complaints"),
                        row.getInt("late"),
                        row.getInt("reopened")))
                .list());
    }

    private static ComplaintEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new ComplaintEvent(
                row.getObject("id", UUID.class),
                row.getObject("complaint", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("who", UUID.class)),
                ComplaintEvent.Act.valueOf(row.getString("act")),
                row.getString("words"),
                Complaint.State.valueOf(row.getString("state")));
    }

    /** Reads a row of {@link ComplaintRow#COLUMNS}. */
    static Complaint complaint(ResultSet row, StatementContext context) throws SQLException {
        return ComplaintRow.read(row);
    }
}
