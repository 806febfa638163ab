package amends.customer.jdbc;

import amends.customer.ImportTidying;
import amends.customer.Tombstones;
import amends.kernel.jdbc.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Blanks customers' rows: the row itself is the tombstone, so that whatever still names it leads nowhere. */
public final class JdbcTombstones implements Tombstones {
    private final Database database;

    public JdbcTombstones(Database database) {
        this.database = database;
    }

    @Override
    public List<UUID> mergedInto(UUID customer) {
        return database.handle(h -> mergedInto(h, customer));
    }

    @Override
    public void blank(UUID customer, Instant at) {
        database.handle(h -> {
            filesUnderWay(h);
            blankOne(h, customer, at);
            for (UUID merged : mergedInto(h, customer)) blankOne(h, merged, at);
            return null;
        });
    }

    /** Tables and lists of many, in which nobody can tell who is: asked for again, they are without who was erased. */
    private static void filesUnderWay(Handle handle) {
        handle.execute(
                "update customer_request set state = 'WITHDRAWN' where kind = 'EXPORT' and state in ('ASKED', 'RUNNING')");
        handle.execute("""
                delete from customer_request_part where request in
                (select r.id from customer_request r where r.kind in ('EXPORT', 'TAKE', 'CHECK', 'PAIRS')
                and r.state not in ('ASKED', 'RUNNING'))""");
    }

    private static List<UUID> mergedInto(Handle handle, UUID customer) {
        return handle.select("""
                        with recursive gone (id) as (
                          select id from customer where merged_into = ?
                          union all select c.id from customer c join gone g on c.merged_into = g.id
                        ) select id from gone""", customer).mapTo(UUID.class).list();
    }

    private static void blankOne(Handle handle, UUID customer, Instant at) {
        handle.execute("delete from customer_number where customer = ?", customer);
        // what imports that died left on their way, whoever is in it
        handle.execute(
                "delete from customer_import_chunk where import in (select i.id from customer_import i where i.at < ?)",
                at.minus(ImportTidying.DEAD));
        handle.execute("delete from customer_duplicate where one = ? or another = ?", customer, customer);
        handle.execute("""
                delete from customer_merge_row where merge in
                (select m.id from customer_merge m where m.kept = ? or m.gone = ?)""", customer, customer);
        handle.execute("update customer_merge set why = '' where kept = ? or gone = ?", customer, customer);
        handle.execute("""
                delete from customer_request_part where request in
                (select r.id from customer_request r where r.customer = ? or r.other = ?)""", customer, customer);
        handle.execute("update customer_request set why = '' where customer = ? or other = ?", customer, customer);
        handle.execute("""
                update customer set name = '', sought = '', tier = 'REGULAR', region = '', since = null, note = '',
                version = version + 1, erased = ? where id = ?""", at, customer);
    }
}
