package amends.recovery.jdbc;

import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.recovery.Failure;
import amends.recovery.Failures;
import amends.recovery.Settlement;
import amends.recovery.Settlement.Means;
import amends.recovery.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The failures as rows; one row for each thing that went wrong, whoever saw it. */
public final class JdbcFailures implements Failures {
    private static final int MOST_OPEN = 50;
    private static final String FAILURE = "select id, kind, severity, at, customer, number, state, call_id, queue,"
            + " length, length_limit, loss, hearing, cause, subject, moment, disposition,"
            + " way, times, clock, article, language, told, corrected, means, settled_by, settled_at,"
            + " contact, words from failure ";
    private static final String NEWEST = " and state = 'OPEN' order by at desc, id limit " + MOST_OPEN;

    private final Database database;

    public JdbcFailures(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Failure failure) {
        return database.insertingHandle(handle -> !isThere(handle, failure.id()) && insert(handle, failure) > 0);
    }

    private static boolean isThere(Handle handle, UUID failure) {
        return handle.select("select 1 from failure where id = ?", failure)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** @return how many; none where the row is there and may not be seen */
    private static int insert(Handle handle, Failure failure) {
        Map<String, Object> evidence = EvidenceRow.columns(failure.evidence());
        return handle.createUpdate("""
                        insert into failure (id, kind, severity, at, customer, number, state, call_id, queue, length,
                        length_limit, loss, hearing, cause, subject, moment, disposition, way, times, clock, article, language,
                        told, corrected) values (:id, :kind, :severity,
                        :at, :customer, :number, :state, :call, :queue, :length, :limit, :loss, :hearing, :cause,
                        :subject, :moment, :disposition, :way, :times, :clock, :article, :language, :told, :corrected)""")
                .bind("id", failure.id())
                .bind("kind", failure.kind().name())
                .bind("severity", failure.severity().name())
                .bind("at", failure.at())
                .bindByType("customer", failure.customer().orElse(null), UUID.class)
                .bind("number", failure.number().map(PhoneNumber::e164).orElse(null))
                .bind("state", failure.state().name())
                .bind("call", (String) evidence.get("call"))
                .bind("queue", (String) evidence.get("queue"))
                .bindByType("length", evidence.get("length"), Duration.class)
                .bindByType("limit", evidence.get("limit"), Duration.class)
                .bind("loss", (Double) evidence.get("loss"))
                .bind("hearing", (String) evidence.get("hearing"))
                .bind("cause", (String) evidence.get("cause"))
                .bindByType("subject", evidence.get("subject"), UUID.class)
                .bindByType("moment", evidence.get("moment"), Instant.class)
                .bind("disposition", (String) evidence.get("disposition"))
                .bind("way", (String) evidence.get("way"))
                .bind("times", (Integer) evidence.get("times"))
                .bind("clock", (String) evidence.get("clock"))
                .bind("article", (String) evidence.get("article"))
                .bind("language", (String) evidence.get("language"))
                .bind("told", (Integer) evidence.get("told"))
                .bind("corrected", (Integer) evidence.get("corrected"))
                .execute();
    }

    @Override
    public List<Failure> openOf(UUID customer) {
        return open("where customer = ?", customer);
    }

    @Override
    public List<Failure> openOf(PhoneNumber number) {
        return open("where customer is null and number = ?", number.e164());
    }

    private List<Failure> open(String whose, Object who) {
        return database.handle(handle -> handle.select(FAILURE + whose + NEWEST, who)
                .map(JdbcFailures::kept)
                .map(Kept::failure)
                .list());
    }

    @Override
    public List<Kept> ofCustomer(UUID customer, int most) {
        return database.handle(handle -> handle.select(
                        FAILURE + "where customer = ? order by case when state = 'OPEN' then 0 else 1 end, at desc, id"
                                + " limit ?",
                        customer,
                        most)
                .map(JdbcFailures::kept)
                .list());
    }

    @Override
    public void adopt(UUID customer, Collection<PhoneNumber> numbers) {
        if (numbers.isEmpty()) return;
        database.handle(handle -> handle.createUpdate(
                        "update failure set customer = :customer where customer is null and number in (<numbers>)")
                .bind("customer", customer)
                .bindList("numbers", numbers.stream().map(PhoneNumber::e164).toList())
                .execute());
    }

    @Override
    public void settle(Collection<UUID> failures, Settlement how) {
        if (failures.isEmpty()) return;
        database.handle(handle -> handle.createUpdate("""
                        update failure set state = :state, means = :means, settled_by = :by, settled_at = :at,
                        contact = :contact, words = :words where id in (<ids>) and state = 'OPEN'""")
                .bindList("ids", List.copyOf(failures))
                .bind("state", how.means().leadsTo().name())
                .bind("means", how.means().name())
                .bind("by", how.by())
                .bind("at", how.at())
                .bindByType("contact", how.contact().orElse(null), UUID.class)
                .bind("words", how.words())
                .execute());
    }

    @Override
    public Optional<Kept> byId(UUID failure) {
        return database.handle(handle -> handle.select(FAILURE + "where id = ?", failure)
                .map(JdbcFailures::kept)
                .findOne());
    }

    private static Kept kept(ResultSet row, StatementContext context) throws SQLException {
        var failure = new Failure(
                row.getObject("id", UUID.class),
                EvidenceRow.read(row),
                Severity.valueOf(row.getString("severity")),
                instant(row, "at"),
                Optional.ofNullable(row.getObject("customer", UUID.class)),
                Optional.ofNullable(row.getString("number")).map(PhoneNumber::new),
                Failure.State.valueOf(row.getString("state")));
        return new Kept(failure, failure.isOpen() ? Optional.empty() : Optional.of(settlement(row)));
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        return new Settlement(
                Means.valueOf(row.getString("means")),
                row.getObject("settled_by", UUID.class),
                instant(row, "settled_at"),
                Optional.ofNullable(row.getObject("contact", UUID.class)),
                row.getString("words"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
