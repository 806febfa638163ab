package amends.report.jdbc;

import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Contacts, complaints and scores as their rooms keep them, written by plain SQL: what counts is what stands there. */
public final class ReportRows {
    public static final UUID LI = new UUID(1, 1001);
    public static final UUID WANG = new UUID(1, 1002);
    private final Database database;

    public ReportRows(Database database) {
        this.database = database;
    }

    public UUID customer(String tier) {
        UUID id = Ids.next();
        database.handle(h -> h.execute(
                "insert into customer (id, name, tier, region, note, version) values (?, '王建国', ?, '上海', '', 1)",
                id,
                tier));
        return id;
    }

    /** As it was estimated in the night. @param agrees whether the customer still does */
    public void type(UUID customer, String type, boolean agrees) {
        database.run(() -> database.handle(h -> {
            h.execute(
                    "insert into personality_type (customer, type, since) values (?, ?, current_timestamp)",
                    customer,
                    type);
            return h.execute(
                    "insert into customer_consent (id, customer, purpose, way, proof, recorded_by, given, withdrawn)"
                            + " values (?, ?, 'PERSONALISATION', 'SIGNED', '', ?, ?, ?)",
                    Ids.next(),
                    customer,
                    LI,
                    Instant.EPOCH,
                    agrees ? null : Instant.EPOCH.plusSeconds(1));
        }));
    }

    /** A call to us, answered and written up. @param score 0 for none */
    public UUID contact(UUID agent, UUID customer, Instant began, String disposition, int score) {
        return contact(agent, customer, "+8613800138000", "support", began, disposition, score);
    }

    public UUID contact(
            UUID agent, UUID customer, String number, String queue, Instant began, String disposition, int score) {
        UUID id = Ids.next();
        database.handle(h -> h.createUpdate("""
                        insert into contact (id, call_id, direction, agent, number, customer, queue, waited, began,
                        answered, ended, disposition, note, state, desk, seen, score) values (:id, 'c', 'INBOUND',
                        :agent, :number, :customer, :queue, 0, :began, :began, :began, :disposition, '', 'CLOSED', '',
                        :began, :score)""")
                .bind("id", id)
                .bind("agent", agent)
                .bind("number", number)
                .bindByType("customer", customer, UUID.class)
                .bind("queue", queue)
                .bind("began", began)
                .bind("disposition", disposition)
                .bind("score", score == 0 ? null : Integer.valueOf(score))
                .execute());
        return id;
    }

    /** Received, due after a day, and answered after the given time; null: not yet. */
    public UUID complaint(UUID owner, UUID customer, UUID contact, Instant opened, Duration answered) {
        UUID id = Ids.next();
        database.handle(h -> h.createUpdate("""
                        insert into complaint (id, source, customer, customer_name, contact, subject, what, severity,
                        owner, opened, state, acknowledge_by, respond_by, acknowledged, responded) values (:id, 'CALL',
                        :customer, '王建国', :contact, '重复扣款', '', 'MODERATE', :owner, :opened, :state, :due, :due,
                        :opened, :responded)""")
                .bind("id", id)
                .bind("owner", owner)
                .bindByType("customer", customer, UUID.class)
                .bindByType("contact", contact, UUID.class)
                .bind("opened", opened)
                .bind("state", answered == null ? "ACKNOWLEDGED" : "RESPONDED")
                .bind("due", opened.plus(Duration.ofDays(1)))
                .bindByType("responded", answered == null ? null : opened.plus(answered), Instant.class)
                .execute());
        return id;
    }

    /** We called back about the complaint in this contact. */
    public void calledBack(UUID complaint, UUID agent, UUID contact, Instant at) {
        UUID callback = Ids.next();
        database.run(() -> database.handle(h -> {
            h.execute(
                    "insert into callback (id, complaint, number, owner, due, state, attempts, late)"
                            + " values (?, ?, '+8613800138000', ?, ?, 'REACHED', 1, false)",
                    callback,
                    complaint,
                    agent,
                    at);
            return h.execute(
                    "insert into callback_attempt (id, callback, agent, contact, began, ended, outcome)"
                            + " values (?, ?, ?, ?, ?, ?, 'SETTLED')",
                    Ids.next(),
                    callback,
                    agent,
                    contact,
                    at,
                    at);
        }));
    }

    /** Asked for in a contact, for these failures. @param cost minor units */
    public void grant(UUID customer, UUID contact, long cost, String state, UUID... failures) {
        UUID id = Ids.next();
        database.run(() -> database.handle(h -> {
            h.createUpdate("""
                            insert into compensation_grant (id, customer, contact, kind, severity, tier, policy,
                            row_key, option_key, form, amount, cost, currency, asker, asked, words, needed, expires,
                            state, reason) values (:id, :customer, :contact, 'long-wait', 'MODERATE', 'GOLD', 'p',
                            'r', 'o', 'MONEY', :amount, :cost, 'CNY', :asker, :at, '', 0, :at, :state, '')""")
                    .bind("id", id)
                    .bind("customer", customer)
                    .bindByType("contact", contact, UUID.class)
                    .bind("amount", cost * 2)
                    .bind("cost", cost)
                    .bind("asker", LI)
                    .bind("at", Instant.EPOCH)
                    .bind("state", state)
                    .execute();
            for (UUID failure : failures) h.execute("insert into compensation_payment values (?, ?)", failure, id);
            return 0;
        }));
    }

    public void stands(UUID failure, UUID complaint) {
        database.handle(h -> h.execute("insert into complaint_failure values (?, ?)", complaint, failure));
    }
}
