package amends.customer.jdbc;

import amends.customer.Consent;
import amends.customer.Consent.Way;
import amends.customer.Consent.Withdrawal;
import amends.customer.ConsentPurpose;
import amends.customer.Consents;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The consents as rows; none is ever deleted while its customer is there. */
public final class JdbcConsents implements Consents {
    private static final int LONGEST_PROOF = 500;
    private static final int LONGEST_WITHDRAWAL = 300;
    private final Database database;
    private final Timekeeper time;

    public JdbcConsents(Database database, Timekeeper time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public boolean holds(UUID customer, ConsentPurpose purpose) {
        Instant now = time.now();
        return of(customer).stream().anyMatch(consent -> consent.purpose() == purpose && consent.holdsAt(now));
    }

    @Override
    public List<Consent> of(UUID customer) {
        return database.handle(
                h -> h.select("""
                        select id, customer, purpose, way, proof, contact, recorded_by, given, expires, withdrawn,
                        withdrawal from customer_consent where customer = ? order by given desc, id desc""", customer).map(JdbcConsents::consent).list());
    }

    @Override
    public void give(Consent consent) {
        database.insertingHandle(h -> {
            boolean there = h.select("select 1 from customer_consent where id = ?", consent.id())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (there) return null;
            h.createUpdate("""
                            insert into customer_consent (id, customer, purpose, way, proof, contact, recorded_by, given,
                            expires, withdrawn, withdrawal) values (:id, :customer, :purpose, :way, :proof, :contact,
                            :recordedBy, :given, :expires, :withdrawn, :withdrawal)""")
                    .bind("id", consent.id())
                    .bind("customer", consent.customer())
                    .bind("purpose", consent.purpose().name())
                    .bind("way", consent.way().name())
                    .bind("proof", PlainText.line(consent.proof(), LONGEST_PROOF))
                    .bindByType("contact", consent.contact().orElse(null), UUID.class)
                    .bind("recordedBy", consent.recordedBy())
                    .bind("given", consent.given())
                    .bindByType("expires", consent.expires().orElse(null), Instant.class)
                    .bindByType(
                            "withdrawn", consent.withdrawn().map(Withdrawal::at).orElse(null), Instant.class)
                    .bind("withdrawal", consent.withdrawn().map(w -> words(w)).orElse(null))
                    .execute();
            return null;
        });
    }

    @Override
    public int withdraw(UUID customer, ConsentPurpose purpose, Withdrawal withdrawal) {
        return database.handle(h -> h.execute(
                "update customer_consent set withdrawn = ?, withdrawal = ?"
                        + " where customer = ? and purpose = ? and withdrawn is null",
                withdrawal.at(),
                words(withdrawal),
                customer,
                purpose.name()));
    }

    private static String words(Withdrawal withdrawal) {
        return PlainText.line(withdrawal.words(), LONGEST_WITHDRAWAL);
    }

    private static Consent consent(ResultSet row, StatementContext context) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                row.getObject("customer", UUID.class),
                ConsentPurpose.valueOf(row.getString("purpose")),
                Way.valueOf(row.getString("way")),
                row.getString("proof"),
                Optional.ofNullable(row.getObject("contact", UUID.class)),
                row.getObject("recorded_by", UUID.class),
                Rows.instant(row, "given").orElseThrow(),
                Rows.instant(row, "expires"),
                withdrawal(row));
    }

    private static Optional<Withdrawal> withdrawal(ResultSet row) throws SQLException {
        Optional<Instant> at = Rows.instant(row, "withdrawn");
        return at.isEmpty() ? Optional.empty() : Optional.of(new Withdrawal(at.get(), row.getString("withdrawal")));
    }
}
