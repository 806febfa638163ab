package amends.customer.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.customer.Portrait;
import amends.kernel.jdbc.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A person's portrait. When two customers turn out to be one, it goes with the one that stays only where that one has
 * none: two portraits are not mixed, and the other one comes back when they are parted again.
 */
public final class PortraitRecords implements PersonalRecords {
    private static final List<String> TABLES =
            List.of("customer_portrait", "customer_word", "customer_occasion", "customer_number_label");
    private final Database database;

    public PortraitRecords(Database database) {
        this.database = database;
    }

    @Override
    public String room() {
        return "portrait";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        Portrait portrait = new JdbcPortraits(database).of(customer);
        if (portrait.equals(Portrait.blank(customer))) return List.of();
        return List.of(new PersonalRecord("portrait", Optional.empty(), List.of())
                .with("segment", portrait.segment())
                .with("language", portrait.language())
                .with("days", days(portrait))
                .with("products", String.join(", ", portrait.products()))
                .with("habits", String.join(", ", portrait.habits()))
                .with("interests", String.join(", ", portrait.interests()))
                .with("channel", portrait.channel().map(Enum::name).orElse(""))
                .with(
                        "hours",
                        portrait.hours().map(h -> h.from() + "-" + h.until()).orElse(""))
                .with("stage", portrait.stage().map(Enum::name).orElse("")));
    }

    private static String days(Portrait portrait) {
        return portrait.occasions().stream()
                .map(o -> (o.year().map(y -> y + "-").orElse("")
                                + "%02d-%02d "
                                        .formatted(
                                                o.day().getMonthValue(), o.day().getDayOfMonth())
                                + (o.name().isBlank() ? o.kind().name() : o.name()))
                        .strip())
                .collect(Collectors.joining(", "));
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> TABLES.stream()
                .mapToInt(table -> h.execute("delete from " + table + " where customer = ?", customer))
                .sum());
    }

    /** Named by the customer whose it was. */
    @Override
    public List<UUID> move(UUID from, UUID to) {
        return database.handle(h -> {
            if (!has(h, from) || has(h, to)) return List.of();
            give(h, from, to);
            return List.of(from);
        });
    }

    @Override
    public void moveBack(Collection<UUID> moved, UUID holder, UUID owner) {
        if (!moved.contains(owner)) return;
        database.handle(h -> {
            if (has(h, holder) && !has(h, owner)) give(h, holder, owner);
            return null;
        });
    }

    private static boolean has(Handle handle, UUID customer) {
        return TABLES.stream()
                .anyMatch(table -> handle.select("select count(*) from " + table + " where customer = ?", customer)
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    private static void give(Handle handle, UUID from, UUID to) {
        for (String table : TABLES)
            handle.execute("update " + table + " set customer = ? where customer = ?", to, from);
    }
}
