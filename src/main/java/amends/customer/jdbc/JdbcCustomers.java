package amends.customer.jdbc;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Customers;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.SqlFailure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The customers as rows; a number leads to one of them. */
public final class JdbcCustomers implements Customers {
    private final Database database;

    public JdbcCustomers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<CustomerProfile> byNumber(PhoneNumber number) {
        return database.handle(h -> h.select("select customer from customer_number where number = ?", number.e164())
                .mapTo(UUID.class)
                .findOne()
                .flatMap(id -> read(h, id)));
    }

    @Override
    public Optional<CustomerProfile> byId(UUID id) {
        return database.handle(h -> read(h, id));
    }

    private static Optional<CustomerProfile> read(Handle handle, UUID id) {
        List<PhoneNumber> numbers = handle.select(
                        "select number from customer_number where customer = ? order by place, number", id)
                .mapTo(String.class)
                .map(PhoneNumber::new)
                .list();
        return handle.select("select name, tier, region, since, note, version from customer where id = ?", id)
                .map((row, context) -> new CustomerProfile(
                        id,
                        row.getString("name"),
                        numbers,
                        Tier.valueOf(row.getString("tier")),
                        row.getString("region"),
                        Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("note"),
                        row.getLong("version")))
                .findOne();
    }

    @Override
    public CustomerProfile save(CustomerProfile profile) {
        return database.handle(handle -> {
            try {
                return write(handle, profile);
            } catch (JdbiException e) {
                // The id, or one of the numbers, was given to a customer by another desk a moment ago.
                if (SqlFailure.isDuplicate(e)) throw new ChangedMeanwhile(profile.id());
                throw e;
            }
        });
    }

    private static CustomerProfile write(Handle handle, CustomerProfile profile) {
        long version = profile.version() + 1;
        String sql = profile.version() == 0
                ? "insert into customer (name, sought, tier, region, since, note, version, id)"
                        + " values (:name, lower(replace(:name, ' ', '')), :tier, :region, :since, :note, :next, :id)"
                : "update customer set name = :name, sought = lower(replace(:name, ' ', '')), tier = :tier, region = :region, since = :since, note = :note,"
                        + " version = :next where id = :id and version = :version";
        int rows = handle.createUpdate(sql)
                .bind("name", profile.name())
                .bind("tier", profile.tier().name())
                .bind("region", profile.region())
                .bindByType("since", profile.since().orElse(null), Instant.class)
                .bind("note", profile.note())
                .bind("next", version)
                .bind("id", profile.id())
                .bind("version", profile.version())
                .execute();
        if (rows == 0) throw new ChangedMeanwhile(profile.id());
        writeNumbers(handle, profile);
        return profile.at(version);
    }

    private static void writeNumbers(Handle handle, CustomerProfile profile) {
        handle.execute("delete from customer_number where customer = ?", profile.id());
        for (int place = 0; place < profile.numbers().size(); place++)
            handle.execute(
                    "insert into customer_number (number, customer, place) values (?, ?, ?)",
                    profile.numbers().get(place).e164(),
                    profile.id(),
                    place);
    }
}
