package amends.promise.jdbc;

import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.promise.PastCourse;
import amends.promise.Promise;
import amends.promise.PromiseEvent;
import amends.promise.PromiseOwner;
import amends.promise.PromisedTo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** How a promise stands in its columns. */
final class PromiseRow {
    static final String COLUMNS = "p.id, p.code, p.kind, p.what, p.amount, p.currency, p.customer, p.customer_name,"
            + " p.number, p.contact, p.complaint, p.maker, p.owner, p.team, p.made, p.due, p.remind, p.state,"
            + " p.reminded, p.ended, p.version";

    private PromiseRow() {}

    static Update bind(Update update, Promise promise) {
        return update.bind("id", promise.id())
                .bind("code", promise.code())
                .bind("kind", promise.kind())
                .bind("what", promise.what())
                .bindByType("amount", promise.amount().map(Money::minor).orElse(null), Long.class)
                .bind(
                        "currency",
                        promise.amount()
                                .map(a -> a.currency().getCurrencyCode())
                                .orElse(null))
                .bindByType("customer", promise.to().customer().orElse(null), UUID.class)
                .bind("name", promise.to().name())
                .bind("number", promise.to().number().map(PhoneNumber::e164).orElse(null))
                .bindByType("contact", promise.to().contact().orElse(null), UUID.class)
                .bindByType("complaint", promise.to().complaint().orElse(null), UUID.class)
                .bind("maker", promise.maker())
                .bindByType("owner", promise.owner().person().orElse(null), UUID.class)
                .bind("team", promise.owner().team().orElse(null))
                .bind("made", promise.made())
                .bind("due", promise.due())
                .bind("remind", promise.remind())
                .bind("state", promise.state().name())
                .bindByType("reminded", promise.reminded().orElse(null), Instant.class)
                .bindByType("ended", promise.ended().orElse(null), Instant.class)
                .bind("version", promise.version());
    }

    static Promise promise(ResultSet row, StatementContext context) throws SQLException {
        return new Promise(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("kind"),
                row.getString("what"),
                amount(row),
                new PromisedTo(
                        id(row, "customer"),
                        row.getString("customer_name"),
                        Optional.ofNullable(row.getString("number")).map(PhoneNumber::new),
                        id(row, "contact"),
                        id(row, "complaint")),
                row.getObject("maker", UUID.class),
                owner(row),
                moment(row, "made").orElseThrow(),
                moment(row, "due").orElseThrow(),
                moment(row, "remind").orElseThrow(),
                Promise.State.valueOf(row.getString("state")),
                moment(row, "reminded"),
                moment(row, "ended"),
                row.getLong("version"));
    }

    private static Optional<Money> amount(ResultSet row) throws SQLException {
        long minor = row.getLong("amount");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Money(minor, Currency.getInstance(row.getString("currency"))));
    }

    static PromiseOwner owner(ResultSet row) throws SQLException {
        UUID person = row.getObject("owner", UUID.class);
        return person == null ? new PromiseOwner.Team(row.getString("team")) : new PromiseOwner.Person(person);
    }

    static PromiseEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new PromiseEvent(
                row.getObject("id", UUID.class),
                row.getObject("promise", UUID.class),
                PromiseEvent.Act.valueOf(row.getString("act")),
                moment(row, "at").orElseThrow(),
                moment(row, "planned"),
                row.getBoolean("late"),
                id(row, "who"),
                row.getString("words"));
    }

    static PastCourse course(ResultSet row, StatementContext context) throws SQLException {
        return new PastCourse(moment(row, "made").orElseThrow(), moment(row, "ended"), row.getBoolean("kept"));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
