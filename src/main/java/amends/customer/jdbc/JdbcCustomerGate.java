package amends.customer.jdbc;

import amends.customer.CustomerGate;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Customers.ChangedMeanwhile;
import amends.kernel.PhoneNumber;
import amends.kernel.StoreRefused;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.SqlFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The gate of a PostgreSQL, for a desk whose connection is the person's own login. A look is entered in one transaction
 * and shown in the next, so that nobody can see and then roll the entry back. Who looks is the session's matter: the
 * member that a look names is not asked.
 */
public final class JdbcCustomerGate implements CustomerGate {
    /** Raised by the gate functions. */
    private static final String TOO_MANY = "AM001";

    private static final String CHANGED = "AM002";
    private final Database database;

    public JdbcCustomerGate(Database database) {
        this.database = database;
    }

    @Override
    public Optional<CustomerProfile> byNumber(PhoneNumber number, Look look) {
        return looked("select gate.look_up(?, ?, ?)", look, look.entry(), number.e164(), look.why());
    }

    @Override
    public Optional<CustomerProfile> byId(UUID id, Look look) {
        return looked("select gate.enter(?, 'LOOK_AT_CUSTOMER', ?, ?)", look, look.entry(), id, look.why());
    }

    private Optional<CustomerProfile> looked(String enter, Look look, Object... about) {
        try {
            database.handle(h -> h.select(enter, about).mapToMap().list());
        } catch (StoreRefused e) {
            throw SqlFailure.is(e, TOO_MANY) ? new TooManyLooks() : e;
        }
        return database.handle(h -> h.select("select * from gate.profile(?)", look.entry())
                .map(JdbcCustomerGate::profile)
                .findOne());
    }

    private static CustomerProfile profile(ResultSet row, StatementContext context) throws SQLException {
        return new CustomerProfile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("numbers").getArray())
                        .map(PhoneNumber::new)
                        .toList(),
                Tier.valueOf(row.getString("tier")),
                row.getString("region"),
                Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("note"),
                row.getLong("version"));
    }

    @Override
    public CustomerProfile save(CustomerProfile profile, Look look) {
        try {
            long version = database.handle(h -> h.createQuery("""
                            select gate.save_customer(:entry, :why, :id, :version, :name, :tier, :region,
                            cast(:since as timestamptz), :note, cast(string_to_array(:numbers, ' ') as varchar[]))""")
                    .bind("entry", look.entry())
                    .bind("why", look.why())
                    .bind("id", profile.id())
                    .bind("version", profile.version())
                    .bind("name", profile.name())
                    .bind("tier", profile.tier().name())
                    .bind("region", profile.region())
                    .bindByType("since", profile.since().orElse(null), Instant.class)
                    .bind("note", profile.note())
                    .bind("numbers", numbers(profile))
                    .mapTo(Long.class)
                    .one());
            return profile.at(version);
        } catch (StoreRefused e) {
            if (SqlFailure.isDuplicate(e) || SqlFailure.is(e, CHANGED)) throw new ChangedMeanwhile(profile.id());
            throw e;
        }
    }

    private static String numbers(CustomerProfile profile) {
        return String.join(
                " ", profile.numbers().stream().map(PhoneNumber::e164).toList());
    }
}
