package amends.recovery.jdbc;

import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.recovery.Complaint;
import amends.recovery.Complaint.Source;
import amends.recovery.Complaint.State;
import amends.recovery.ComplaintClocks;
import amends.recovery.Complaints;
import amends.recovery.Severity;
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
    static final String COLUMNS = "c.id as c_id, c.number as c_number, c.source as c_source, c.customer as c_customer,"
            + " c.customer_name as c_customer_name, c.contact as c_contact, c.call_back as c_call_back, c.subject as c_subject, c.what as c_what,"
            + " c.severity as c_severity, c.owner as c_owner, c.opened as c_opened, c.state as c_state,"
            + " c.acknowledge_by as c_acknowledge_by, c.respond_by as c_respond_by,"
            + " c.acknowledged as c_acknowledged, c.responded as c_responded, c.closed as c_closed";
    private static final String COMPLAINT = "select " + COLUMNS + " from complaint c ";
    private final Database database;

    public JdbcComplaints(Database database) {
        this.database = database;
    }

    @Override
    public Added add(Complaint complaint, Set<UUID> failures) {
        return database.insertingHandle(handle -> {
            Optional<Complaint> known = read(handle, complaint.id());
            if (known.isPresent()) return new Added(known.get(), false);
            insert(handle, complaint);
            for (UUID failure : failures)
                handle.execute(
                        "insert into complaint_failure (complaint, failure) values (?, ?)", complaint.id(), failure);
            return new Added(read(handle, complaint.id()).orElseThrow(), true);
        });
    }

    private static void insert(Handle handle, Complaint complaint) {
        handle.createUpdate("""
                        insert into complaint (id, source, customer, customer_name, contact, call_back, subject, what, severity,
                        owner, opened, state, acknowledge_by, respond_by, acknowledged, responded, closed)
                        values (:id, :source, :customer, :customerName, :contact, :callBack, :subject, :what, :severity,
                        :owner, :opened, :state, :acknowledgeBy, :respondBy, :acknowledged, :responded, :closed)""")
                .bind("id", complaint.id())
                .bind("source", complaint.source().name())
                .bindByType("customer", complaint.customer().orElse(null), UUID.class)
                .bind("customerName", complaint.customerName())
                .bindByType("contact", complaint.contact().orElse(null), UUID.class)
                .bind("callBack", complaint.callBack().map(PhoneNumber::e164).orElse(null))
                .bind("subject", complaint.subject())
                .bind("what", complaint.what())
                .bind("severity", complaint.severity().name())
                .bind("owner", complaint.owner())
                .bind("opened", complaint.opened())
                .bind("state", complaint.state().name())
                .bind("acknowledgeBy", complaint.clocks().acknowledgeBy())
                .bind("respondBy", complaint.clocks().respondBy())
                .bindByType("acknowledged", complaint.clocks().acknowledged().orElse(null), Instant.class)
                .bindByType("responded", complaint.clocks().responded().orElse(null), Instant.class)
                .bindByType("closed", complaint.clocks().closed().orElse(null), Instant.class)
                .execute();
    }

    @Override
    public boolean change(Complaint now, State expected) {
        return database.handle(handle -> handle.createUpdate("""
                                update complaint set state = :state, respond_by = :respondBy,
                                acknowledged = :acknowledged, responded = :responded, closed = :closed
                                where id = :id and state = :expected""")
                        .bind("state", now.state().name())
                        .bind("respondBy", now.clocks().respondBy())
                        .bindByType("acknowledged", now.clocks().acknowledged().orElse(null), Instant.class)
                        .bindByType("responded", now.clocks().responded().orElse(null), Instant.class)
                        .bindByType("closed", now.clocks().closed().orElse(null), Instant.class)
                        .bind("id", now.id())
                        .bind("expected", expected.name())
                        .execute()
                == 1);
    }

    private static Optional<Complaint> read(Handle handle, UUID id) {
        return handle.select(COMPLAINT + "where c.id = ?", id)
                .map(JdbcComplaints::complaint)
                .findOne();
    }

    @Override
    public Optional<Complaint> byId(UUID id) {
        return database.handle(handle -> read(handle, id));
    }

    @Override
    public Optional<Complaint> byNumber(int number) {
        return database.handle(handle -> handle.select(COMPLAINT + "where c.number = ?", number)
                .map(JdbcComplaints::complaint)
                .findOne());
    }

    @Override
    public Set<UUID> failuresOf(UUID complaint) {
        return database.handle(
                handle -> handle.select("select failure from complaint_failure where complaint = ?", complaint)
                        .mapTo(UUID.class)
                        .set());
    }

    @Override
    public List<Complaint> ofCustomer(UUID customer, int most) {
        return database.handle(handle -> handle.select(
                        COMPLAINT + "where c.customer = ? order by c.opened desc, c.number desc limit ?",
                        customer,
                        most)
                .map(JdbcComplaints::complaint)
                .list());
    }

    @Override
    public List<Complaint> openOf(UUID owner, int most) {
        return database.handle(handle -> handle.select(
                        COMPLAINT + "where c.owner = ? and c.state not in ('RESPONDED', 'CLOSED')"
                                + " order by c.respond_by, c.number limit ?",
                        owner,
                        most)
                .map(JdbcComplaints::complaint)
                .list());
    }

    /** Reads a row of {@link #COLUMNS}. */
    static Complaint complaint(ResultSet row, StatementContext context) throws SQLException {
        return new Complaint(
                row.getObject("c_id", UUID.class),
                row.getInt("c_number"),
                Source.valueOf(row.getString("c_source")),
                Optional.ofNullable(row.getObject("c_customer", UUID.class)),
                row.getString("c_customer_name"),
                Optional.ofNullable(row.getObject("c_contact", UUID.class)),
                Optional.ofNullable(row.getString("c_call_back")).map(PhoneNumber::new),
                row.getString("c_subject"),
                row.getString("c_what"),
                Severity.valueOf(row.getString("c_severity")),
                row.getObject("c_owner", UUID.class),
                instant(row, "c_opened").orElseThrow(),
                State.valueOf(row.getString("c_state")),
                new ComplaintClocks(
                        instant(row, "c_acknowledge_by").orElseThrow(),
                        instant(row, "c_respond_by").orElseThrow(),
                        instant(row, "c_acknowledged"),
                        instant(row, "c_responded"),
                        instant(row, "c_closed")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
