package amends.contact.jdbc;

import amends.contact.CallLine;
import amends.contact.Contact;
import amends.contact.Contacts;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** The contacts as rows. Each names its desk, so that a desk that starts again knows its own. */
public final class JdbcContacts implements Contacts {
    /** A desk that has not touched its contact for so long is dead, whichever it was. */
    private static final Duration DEAD = Duration.ofSeconds(60);

    private static final String CONTACT = "select id, call_id, direction, agent, number, customer, queue, waited,"
            + " began, answered, ended, cause, recording, disposition, note, state, seen, score, line_mean,"
            + " line_worst, line_loss, line_loss_there, line_round_trip from contact ";
    /** Call-IDs come from outside and may be of any length. */
    private static final int MOST_CALL_ID = 300;

    private final Database database;
    private final Timekeeper time;
    private final String desk;

    /** @param desk names this desk's installation: the same at its next start, another's never */
    public JdbcContacts(Database database, Timekeeper time, String desk) {
        this.database = database;
        this.time = time;
        this.desk = desk;
    }

    @Override
    public void save(Contact contact) {
        database.insertingHandle(handle -> {
            boolean there = write(handle, """
                    update contact set number = case when state in ('OPEN', 'WRAP_UP') then :number else number end,
                    customer = :customer, queue = :queue, waited = :waited, answered = :answered,
                    ended = :ended, cause = :cause, recording = :recording, state = :state, seen = :seen,
                    line_mean = :at_mean, line_worst = :at_worst, line_loss = :at_loss,
                    line_loss_there = :at_there, line_round_trip = :at_trip
                    where id = :id""", contact);
            if (!there) write(handle, """
                        insert into contact (id, call_id, direction, agent, number, customer, queue, waited, began,
                        answered, ended, cause, recording, state, seen, desk, line_mean, line_worst, line_loss,
                        line_loss_there, line_round_trip) values (:id, :call, :direction, :agent,
                        :number, :customer, :queue, :waited, :began, :answered, :ended, :cause, :recording, :state,
                        :seen, :desk, :at_mean, :at_worst, :at_loss, :at_there, :at_trip)""", contact);
            contact.wrapUp().ifPresent(wrapUp -> writeUp(handle, contact.id(), wrapUp));
            return null;
        });
    }

    private boolean write(Handle handle, String sql, Contact contact) {
        return handle.createUpdate(sql)
                        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                        .bind("id", contact.id())
                        .bind("call", PlainText.line(contact.call(), MOST_CALL_ID))
                        .bind("direction", contact.direction().name())
                        .bind("agent", contact.agent())
                        .bind("number", contact.number())
                        .bindByType("customer", contact.customer().orElse(null), UUID.class)
                        .bind("queue", contact.queue())
                        .bind("waited", contact.waited())
                        .bind("began", contact.began())
                        .bindByType("answered", contact.answered().orElse(null), Instant.class)
                        .bindByType("ended", contact.ended().orElse(null), Instant.class)
                        .bind("cause", contact.cause().map(Enum::name).orElse(null))
                        .bindByType("recording", contact.recording().orElse(null), UUID.class)
                        .bind("state", contact.state().name())
                        .bind("seen", time.now())
                        .bind("desk", desk)
                        .bindByType(
                                "at_mean", contact.line().map(CallLine::mean).orElse(null), Integer.class)
                        .bindByType(
                                "at_worst", contact.line().map(CallLine::worst).orElse(null), Integer.class)
                        .bindByType(
                                "at_loss", contact.line().map(CallLine::loss).orElse(null), Integer.class)
                        .bindByType(
                                "at_there",
                                contact.line().flatMap(CallLine::lossThere).orElse(null),
                                Integer.class)
                        .bindByType(
                                "at_trip",
                                contact.line().flatMap(CallLine::roundTripMs).orElse(null),
                                Integer.class)
                        .execute()
                > 0;
    }

    private static void writeUp(Handle handle, UUID contact, WrapUp wrapUp) {
        handle.execute(
                "update contact set disposition = ?, note = ? where id = ?",
                wrapUp.disposition().name(),
                wrapUp.note(),
                contact);
    }

    @Override
    public void draft(UUID contact, String note) {
        database.handle(
                h -> h.execute("update contact set note = ? where id = ? and disposition is null", note, contact));
    }

    @Override
    public void stillOpen(UUID contact) {
        database.handle(h -> h.execute(
                "update contact set seen = ? where id = ? and state in ('OPEN', 'WRAP_UP')", time.now(), contact));
    }

    @Override
    public boolean score(UUID contact, int score) {
        if (score < Contact.LOWEST || score > Contact.HIGHEST) throw new IllegalArgumentException("no score: " + score);
        return database.handle(
                        h -> h.execute("update contact set score = ? where id = ? and score is null", score, contact))
                > 0;
    }

    @Override
    public Optional<Contact> byId(UUID id) {
        return database.handle(h -> h.select(CONTACT + "where id = ?", id)
                .map(JdbcContacts::contact)
                .findOne());
    }

    @Override
    public String noteOf(UUID contact) {
        return database.handle(h -> h.select("select note from contact where id = ? and note is not null", contact)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    @Override
    public List<LeftOpen> leftOpen(UUID agent) {
        return database.handle(h -> h.select(
                        CONTACT + "where agent = ? and state in ('OPEN', 'WRAP_UP') and (desk = ? or seen < ?)"
                                + " order by began",
                        agent,
                        desk,
                        time.now().minus(DEAD))
                .map((row, context) -> new LeftOpen(
                        contact(row, context),
                        Optional.ofNullable(row.getString("note")).orElse(""),
                        instant(row, "seen").orElseThrow()))
                .list());
    }

    @Override
    public List<Contact> ofCustomer(UUID customer, int most) {
        return database.handle(
                h -> h.select(CONTACT + "where customer = ? order by began desc, id desc limit ?", customer, most)
                        .map(JdbcContacts::contact)
                        .list());
    }

    @Override
    public List<Contact> ofNumber(PhoneNumber number, Instant since, int most) {
        return database.handle(h -> h.select(
                        CONTACT + "where number = ? and began >= ? order by began desc, id desc limit ?",
                        number.e164(),
                        since,
                        most)
                .map(JdbcContacts::contact)
                .list());
    }

    @Override
    public List<Contact> ofAgent(UUID agent, int most) {
        return database.handle(
                h -> h.select(CONTACT + "where agent = ? order by began desc, id desc limit ?", agent, most)
                        .map(JdbcContacts::contact)
                        .list());
    }

    @Override
    public List<Contact> latest(int most) {
        return database.handle(h -> h.select(CONTACT + "order by began desc, id desc limit ?", most)
                .map(JdbcContacts::contact)
                .list());
    }

    private static Contact contact(ResultSet row, StatementContext context) throws SQLException {
        String note = row.getString("note");
        return new Contact(
                row.getObject("id", UUID.class),
                row.getString("call_id"),
                Direction.valueOf(row.getString("direction")),
                row.getObject("agent", UUID.class),
                row.getString("number"),
                Optional.ofNullable(row.getObject("customer", UUID.class)),
                row.getString("queue"),
                Duration.ofNanos(row.getLong("waited") * 1000),
                instant(row, "began").orElseThrow(),
                instant(row, "answered"),
                instant(row, "ended"),
                Optional.ofNullable(row.getString("cause")).map(ClearCause::valueOf),
                Optional.ofNullable(row.getObject("recording", UUID.class)),
                Optional.ofNullable(row.getString("disposition"))
                        .map(Disposition::valueOf)
                        .map(disposition -> new WrapUp(disposition, note == null ? "" : note)),
                Contact.State.valueOf(row.getString("state")),
                number(row, "score"),
                line(row));
    }

    private static Optional<CallLine> line(ResultSet row) throws SQLException {
        Optional<Integer> mean = number(row, "line_mean");
        if (mean.isEmpty()) return Optional.empty();
        return Optional.of(new CallLine(
                mean.get(),
                row.getInt("line_worst"),
                row.getInt("line_loss"),
                number(row, "line_loss_there"),
                number(row, "line_round_trip")));
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
