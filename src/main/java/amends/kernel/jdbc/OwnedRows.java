package amends.kernel.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The rows of a table that belong to somebody, given to another and back: the table has {@code id} and {@code
 * customer}. Joins the caller's transaction.
 */
public final class OwnedRows {
    private static final int MOST_AT_ONCE = 500;
    private final Database database;
    private final String table;

    /** @param table a name of ours, never one from outside */
    public OwnedRows(Database database, String table) {
        this.database = database;
        this.table = table;
    }

    /** Gives all rows of the one to the other. @return their ids */
    public List<UUID> move(UUID from, UUID to) {
        return database.handle(h -> {
            List<UUID> rows = h.select("select id from " + table + " where customer = ? order by id", from)
                    .mapTo(UUID.class)
                    .list();
            h.execute("update " + table + " set customer = ? where customer = ?", to, from);
            return rows;
        });
    }

    /** Gives those of the rows that are still the holder's to the owner. */
    public void moveBack(Collection<UUID> rows, UUID holder, UUID owner) {
        var all = List.copyOf(rows);
        database.handle(h -> {
            for (int i = 0; i < all.size(); i += MOST_AT_ONCE)
                h.createUpdate("update " + table + " set customer = :owner where customer = :holder and id in (<rows>)")
                        .bind("owner", owner)
                        .bind("holder", holder)
                        .bindList("rows", all.subList(i, Math.min(all.size(), i + MOST_AT_ONCE)))
                        .execute();
            return null;
        });
    }
}
