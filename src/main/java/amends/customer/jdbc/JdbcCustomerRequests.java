package amends.customer.jdbc;

import amends.customer.CustomerRequest;
import amends.customer.CustomerRequest.Kind;
import amends.customer.CustomerRequest.Progress;
import amends.customer.CustomerRequest.State;
import amends.customer.CustomerRequests;
import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Requests as rows, each with the duty by which it is carried out. */
public final class JdbcCustomerRequests implements CustomerRequests {
    private static final String OPEN = " and state in ('ASKED', 'RUNNING')";
    /** Parts that travel as one statement: its answer has to come within seconds. */
    private static final int AT_ONCE_PARTS = 8;

    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Enum::name).toList();
    private final Database database;
    private final Duties duties;
    private final Timekeeper time;

    public JdbcCustomerRequests(Database database, Duties duties, Timekeeper time) {
        this.database = database;
        this.duties = duties;
        this.time = time;
    }

    @Override
    public void ask(CustomerRequest request, Iterable<byte[]> enclosed) {
        database.handle(h -> {
            h.createUpdate("""
                            insert into customer_request (id, kind, customer, other, why, asked, who, at, state, read_rows,
                            faulty) values (:id, :kind, :customer, :other, :why, :asked, :who, :at, 'ASKED', 0, 0)""")
                    .bind("id", request.id())
                    .bind("kind", request.kind().name())
                    .bindByType("customer", request.customer().orElse(null), UUID.class)
                    .bindByType("other", request.other().orElse(null), UUID.class)
                    .bind("why", request.why())
                    .bind("asked", request.asked())
                    .bind("who", request.who())
                    .bind("at", request.at())
                    .execute();
            enclose(h, request.id(), false, enclosed);
            String duty = request.kind().isAtOnce() ? AT_ONCE : LONG;
            duties.add(new Duty(Ids.next(), duty, request.id(), request.at(), 0));
            duties.add(new Duty(Ids.next(), TIDY, request.id(), request.at().plus(KEPT), 0));
            return null;
        });
    }

    private static void enclose(Handle handle, UUID request, boolean outward, Iterable<byte[]> parts) {
        var batch = handle.prepareBatch(
                "insert into customer_request_part (id, request, outward, place, bytes) values (?, ?, ?, ?, ?)");
        int place = 0;
        for (byte[] part : parts) {
            batch.add(Ids.next(), request, outward, place++, part);
            if (batch.size() == AT_ONCE_PARTS) batch.execute();
        }
        if (batch.size() > 0) batch.execute();
    }

    @Override
    public Optional<Progress> progress(UUID request) {
        return database.handle(h -> h.select(
                        "select state, read_rows, faulty from customer_request where id = ?", request)
                .map((row, context) -> new Progress(State.valueOf(row.getString(1)), row.getInt(2), row.getInt(3)))
                .findOne());
    }

    @Override
    public boolean withdraw(UUID request) {
        return database.handle(h -> {
            // who holds the row is doing it just now: nobody waits for them
            boolean free = h.select(
                            "select id from customer_request where id = ?" + OPEN + " for update skip locked", request)
                    .mapTo(UUID.class)
                    .findOne()
                    .isPresent();
            return free
                    && h.execute("update customer_request set state = 'WITHDRAWN' where id = ?" + OPEN, request) == 1;
        });
    }

    private boolean set(String sql, Object... arguments) {
        return database.handle(h -> h.execute(sql, arguments)) == 1;
    }

    @Override
    public Optional<byte[]> part(UUID request, boolean outward, int place) {
        return database.handle(h -> h.select(
                        "select bytes from customer_request_part where request = ? and outward = ? and place = ?",
                        request,
                        outward,
                        place)
                .map((row, context) -> row.getBytes(1))
                .findFirst());
    }

    @Override
    public long sent(UUID request) {
        return database.handle(h -> h.select(
                        "select coalesce(sum(octet_length(bytes)), 0) from customer_request_part"
                                + " where request = ? and not outward",
                        request)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<CustomerRequest> byId(UUID request) {
        return database.handle(
                h -> h.createQuery("select id, kind, customer, other, why, asked, who, at from customer_request"
                                + " where id = :id and kind in (<known>)")
                        .bind("id", request)
                        .bindList("known", KINDS)
                        .map(JdbcCustomerRequests::request)
                        .findOne());
    }

    private static CustomerRequest request(ResultSet row, StatementContext context) throws SQLException {
        return new CustomerRequest(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("customer", UUID.class)),
                Optional.ofNullable(row.getObject("other", UUID.class)),
                row.getString("why"),
                row.getString("asked"),
                row.getObject("who", UUID.class),
                Rows.instant(row, "at").orElseThrow());
    }

    @Override
    public boolean begin(UUID request) {
        return set("update customer_request set state = 'RUNNING' where id = ?" + OPEN, request);
    }

    @Override
    public boolean goOn(UUID request, int rows, int faulty) {
        return set("update customer_request set read_rows = ?, faulty = ? where id = ?" + OPEN, rows, faulty, request);
    }

    @Override
    public boolean end(UUID request, State state, Iterable<byte[]> answer) {
        return database.handle(h -> {
            if (h.execute("update customer_request set state = ? where id = ?" + OPEN, state.name(), request) == 0)
                return false;
            enclose(h, request, true, answer);
            duties.add(new Duty(Ids.next(), TIDY, request, time.now().plus(KEPT), 0));
            return true;
        });
    }

    @Override
    public void clear(UUID request) {
        database.handle(h -> h.execute("delete from customer_request_part where request = ?", request));
    }
}
