package amends.customer.jdbc;

import amends.customer.Tag;
import amends.customer.Tag.Dispute;
import amends.customer.Tag.Source;
import amends.customer.Tags;
import amends.kernel.PlainText;
import amends.kernel.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** The tags as rows. */
public final class JdbcTags implements Tags {
    private static final String TAG = "select id, customer, name, source, origin, evidence, at, confidence, expires,"
            + " open_to_customer, disputed, disputed_by, dispute from customer_tag ";
    private static final int LONGEST_REASON = 300;
    private final Database database;

    public JdbcTags(Database database) {
        this.database = database;
    }

    @Override
    public List<Tag> of(UUID customer) {
        return database.handle(h -> h.select(TAG + "where customer = ? order by at desc, id desc", customer)
                .map(JdbcTags::tag)
                .list());
    }

    @Override
    public Optional<Tag> byId(UUID id) {
        return database.handle(
                h -> h.select(TAG + "where id = ?", id).map(JdbcTags::tag).findOne());
    }

    @Override
    public void put(Tag tag) {
        database.insertingHandle(h -> {
            int rows = write(h, """
                    update customer_tag set name = :name, origin = :origin, evidence = :evidence, at = :at,
                    confidence = :confidence, expires = :expires, open_to_customer = :open
                    where id = :id and customer = :customer""", tag);
            if (rows == 0) write(h, """
                    insert into customer_tag (id, customer, name, source, origin, evidence, at, confidence, expires,
                    open_to_customer) values (:id, :customer, :name, :source, :origin, :evidence, :at, :confidence,
                    :expires, :open)""", tag);
            return null;
        });
    }

    private static int write(Handle handle, String sql, Tag tag) {
        return handle.createUpdate(sql)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("id", tag.id())
                .bind("customer", tag.customer())
                .bind("name", PlainText.line(tag.name(), Tag.LONGEST_NAME))
                .bind("source", tag.source().name())
                .bind("origin", PlainText.line(tag.origin(), Tag.LONGEST_ORIGIN))
                .bind("evidence", PlainText.line(tag.evidence(), Tag.LONGEST_EVIDENCE))
                .bind("at", tag.at())
                .bind("confidence", tag.confidence())
                .bindByType("expires", tag.expires().orElse(null), Instant.class)
                .bind("open", tag.openToCustomer())
                .execute();
    }

    @Override
    public boolean dispute(UUID tag, Dispute dispute) {
        return database.handle(h -> h.execute(
                        "update customer_tag set disputed = ?, disputed_by = ?, dispute = ?"
                                + " where id = ? and disputed is null",
                        dispute.at(),
                        dispute.by(),
                        PlainText.line(dispute.reason(), LONGEST_REASON),
                        tag))
                > 0;
    }

    @Override
    public boolean uphold(UUID tag) {
        return database.handle(h -> h.execute(
                        "update customer_tag set disputed = null, disputed_by = null, dispute = null"
                                + " where id = ? and disputed is not null",
                        tag))
                > 0;
    }

    @Override
    public boolean remove(UUID tag) {
        return database.handle(h -> h.execute("delete from customer_tag where id = ?", tag)) > 0;
    }

    private static Tag tag(ResultSet row, StatementContext context) throws SQLException {
        Optional<Instant> disputed = Rows.instant(row, "disputed");
        return new Tag(
                row.getObject("id", UUID.class),
                row.getObject("customer", UUID.class),
                row.getString("name"),
                Source.valueOf(row.getString("source")),
                row.getString("origin"),
                row.getString("evidence"),
                Rows.instant(row, "at").orElseThrow(),
                row.getInt("confidence"),
                Rows.instant(row, "expires"),
                row.getBoolean("open_to_customer"),
                disputed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Dispute(
                                disputed.get(), row.getObject("disputed_by", UUID.class), row.getString("dispute"))));
    }
}
