package amends.sms.jdbc;

import amends.kernel.Duties;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.sms.OutgoingSms;
import amends.sms.Purpose;
import amends.sms.SmsBook;
import amends.sms.SmsCourse;
import amends.sms.SmsGateway.Fate;
import amends.sms.SmsGateway.Receipt;
import amends.sms.SmsOffice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The outbox, the courses of its messages and the receipts, as rows. */
public final class JdbcSmsBook implements SmsBook {
    private static final int MOST_REASON = 300;
    private static final int MOST_ADDRESS = 64;
    private static final int MOST_MESSAGE_ID = 80;
    private final Database database;
    private final Duties duties;
    private final Timekeeper time;

    public JdbcSmsBook(Database database, Duties duties, Timekeeper time) {
        this.database = database;
        this.duties = duties;
        this.time = time;
    }

    @Override
    public void put(OutgoingSms sms) {
        database.insertingHandle(handle -> {
            if (insert(handle, sms)) SmsOffice.dutiesOf(sms).forEach(duties::add);
            return null;
        });
    }

    private boolean insert(Handle handle, OutgoingSms sms) {
        if (handle.select("select 1 from sms where id = ?", sms.id())
                .mapTo(Integer.class)
                .findOne()
                .isPresent()) return false;
        handle.createUpdate("""
                        insert into sms (id, number, content, purpose, not_before, expires,
                        state, unsure, attempts, reason, changed)
                        values (:id, :number, :content, :purpose, :notBefore, :expires, 'DUE', false, 0, '', :now)""")
                .bind("id", sms.id())
                .bind("number", sms.to().e164())
                .bind("content", sms.text())
                .bind("purpose", sms.purpose().name())
                .bind("notBefore", sms.notBefore())
                .bind("expires", sms.expires())
                .bind("now", time.now())
                .execute();
        return true;
    }

    @Override
    public Optional<SmsCourse> courseOf(UUID sms) {
        return database.handle(h -> h.select(
                        "select id, purpose, state, unsure, attempts, message_id, reason, changed from sms where id = ?",
                        sms)
                .map(JdbcSmsBook::course)
                .findOne());
    }

    private static SmsCourse course(ResultSet row, StatementContext context) throws SQLException {
        return new SmsCourse(
                row.getObject("id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                SmsCourse.State.valueOf(row.getString("state")),
                row.getBoolean("unsure"),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("message_id")),
                row.getString("reason"),
                row.getObject("changed", OffsetDateTime.class).toInstant());
    }

    @Override
    public Optional<OutgoingSms> sms(UUID id) {
        return database.handle(h -> h.select(
                        "select number, content, purpose, not_before, expires from sms where id = ?", id)
                .map((row, context) -> new OutgoingSms(
                        id,
                        new PhoneNumber(row.getString("number")),
                        row.getString("content"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getObject("not_before", OffsetDateTime.class).toInstant(),
                        row.getObject("expires", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    @Override
    public boolean move(SmsCourse before, SmsCourse after) {
        return database.handle(h -> h.createUpdate("""
                        update sms set state = :state, unsure = :unsure, attempts = :attempts,
                        message_id = :messageId, reason = :reason, changed = :changed
                        where id = :id and state = :stateBefore and unsure = :unsureBefore
                        and attempts = :attemptsBefore""")
                        .bind("state", after.state().name())
                        .bind("unsure", after.unsure())
                        .bind("attempts", after.attempts())
                        .bind(
                                "messageId",
                                after.messageId().map(JdbcSmsBook::messageId).orElse(null))
                        .bind("reason", PlainText.line(after.reason(), MOST_REASON))
                        .bind("changed", after.changed())
                        .bind("id", before.sms())
                        .bind("stateBefore", before.state().name())
                        .bind("unsureBefore", before.unsure())
                        .bind("attemptsBefore", before.attempts())
                        .execute()
                == 1);
    }

    private static String messageId(String raw) {
        return PlainText.line(raw, MOST_MESSAGE_ID);
    }

    @Override
    public List<Sent> called(List<String> messageIds) {
        return database.handle(h -> h.createQuery(
                        "select id, message_id, number from sms where message_id in (<ids>) order by changed desc, id desc")
                .bindList("ids", messageIds)
                .map((row, context) -> new Sent(
                        row.getObject("id", UUID.class),
                        row.getString("message_id"),
                        new PhoneNumber(row.getString("number"))))
                .list());
    }

    @Override
    public Optional<UUID> keep(Receipt receipt, Instant at) {
        UUID id = Ids.named("sms-receipt " + receipt.messageId() + " " + receipt.from() + " " + receipt.fate() + " "
                + receipt.text());
        return database.insertingHandle(handle -> {
            if (handle.execute("update sms_receipt set seen = seen + 1 where id = ?", id) > 0) return Optional.empty();
            handle.createUpdate("""
                            insert into sms_receipt (id, message_id, number, fate, content, at, seen, outcome)
                            values (:id, :messageId, :number, :fate, :content, :at, 1, 'WAITING')""")
                    .bind("id", id)
                    .bind("messageId", messageId(receipt.messageId()))
                    .bind("number", PlainText.line(receipt.from(), MOST_ADDRESS))
                    .bind("fate", receipt.fate().name())
                    .bind("content", PlainText.line(receipt.text(), MOST_REASON))
                    .bind("at", at)
                    .execute();
            return Optional.of(id);
        });
    }

    @Override
    public Optional<Receipt> receipt(UUID id) {
        return database.handle(h -> h.select(
                        "select message_id, number, fate, content from sms_receipt where id = ?", id)
                .map((row, context) -> new Receipt(
                        row.getString("message_id"),
                        row.getString("number"),
                        Fate.valueOf(row.getString("fate")),
                        row.getString("content")))
                .findOne());
    }

    @Override
    public void settle(UUID receipt, Outcome outcome, Optional<UUID> sms) {
        database.handle(h -> h.createUpdate("update sms_receipt set outcome = :outcome, sms = :sms where id = :id")
                .bind("outcome", outcome.name())
                .bindByType("sms", sms.orElse(null), UUID.class)
                .bind("id", receipt)
                .execute());
    }

    @Override
    public List<Outcome> outcomesOf(String messageId) {
        return database.handle(h -> h.select(
                        "select outcome from sms_receipt where message_id = ? order by at, id", messageId(messageId))
                .mapTo(String.class)
                .map(Outcome::valueOf)
                .list());
    }
}
