package amends.personality.jdbc;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.personality.CustomerType;
import amends.personality.TypesKept;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One row for each customer whose type may be shown. */
public final class JdbcTypesKept implements TypesKept {
    private final Database database;
    private final Timekeeper time;

    public JdbcTypesKept(Database database, Timekeeper time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public void keep(Collection<UUID> looked, Map<UUID, CustomerType> shown, Instant now) {
        if (looked.isEmpty()) return;
        database.insertingHandle(handle -> {
            Map<UUID, String> before = before(handle, looked);
            var gone = handle.prepareBatch("delete from personality_type where customer = ?");
            before.keySet().stream().filter(c -> !shown.containsKey(c)).forEach(gone::add);
            if (gone.size() > 0) gone.execute();
            var changed = handle.prepareBatch("update personality_type set type = ?, since = ? where customer = ?");
            // Whoever was erased meanwhile stays so.
            var added = handle.prepareBatch("insert into personality_type (customer, type, since)"
                    + " select c.id, ?, cast(? as timestamp(6) with time zone) from customer c where c.id = ?");
            shown.forEach((customer, type) -> {
                if (!before.containsKey(customer)) added.add(type.name(), now, customer);
                else if (!before.get(customer).equals(type.name())) changed.add(type.name(), now, customer);
            });
            if (changed.size() > 0) changed.execute();
            if (added.size() > 0) added.execute();
            return null;
        });
    }

    private static Map<UUID, String> before(Handle handle, Collection<UUID> looked) {
        return handle.createQuery("select customer, type from personality_type where customer in (<looked>)")
                .bindList("looked", List.copyOf(looked))
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(row.getColumn("customer", UUID.class), row.getColumn("type", String.class));
                    return all;
                });
    }

    @Override
    public int forgetOthers() {
        return database.handle(handle -> handle.createUpdate(
                        "delete from personality_type where not "
                                + Agreeing.condition("personality_type.customer")
                                + " or not exists (select 1 from personality_mark m where m.customer = personality_type.customer)")
                .bind("now", time.now())
                .execute());
    }
}
