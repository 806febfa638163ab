package amends.customer.jdbc;

import amends.customer.ImportStore.Counts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Makes customers of the rows on their way. Of customers who are there, a cell that is filled changes what they have;
 * an empty one changes nothing. Tags are added, never taken away.
 */
final class ImportApplying {
    private final Handle handle;
    private final UUID id;
    private final String source;
    private final String file;
    private final Instant at;

    ImportApplying(Handle handle, UUID id, String source, String file, Instant at) {
        this.handle = handle;
        this.id = id;
        this.source = source;
        this.file = file.substring(0, Math.min(120, file.length()));
        this.at = at;
    }

    Counts all() {
        // in the order of its longest index: one page after the other is filled, and none is written twice
        int added = run("""
                insert into customer (id, name, sought, tier, region, since, note, version)
                select r.customer, r.name, r.sought, coalesce(r.tier, 'REGULAR'), r.region, r.since, r.note, 1
                from customer_import_row r where r.import = :import and not r.known order by r.sought""");
        leaveTheGone();
        int changed = change();
        run("""
                insert into customer_number (number, customer, place) select n.number, n.customer, n.place
                from customer_import_number n where n.import = :import
                and not exists (select 1 from customer_number c where c.number = n.number) order by n.number""");
        outsideIds();
        portraits();
        words();
        return new Counts(added, changed);
    }

    private int run(String sql) {
        return handle.createUpdate(sql)
                .configure(
                        org.jdbi.v3.core.statement.SqlStatements.class,
                        statements -> statements.setUnusedBindingAllowed(true))
                .bind("import", id)
                .bind("source", source)
                .bind("file", file)
                .bind("at", at)
                .execute();
    }

    private int change() {
        String from = " from customer_import_row r where r.import = :import and r.customer = customer.id";
        return run("update customer set name = coalesce((select nullif(r.name, '')" + from + "), name),"
                + " sought = coalesce((select nullif(r.sought, '')" + from + "), sought),"
                + " tier = coalesce((select r.tier" + from + "), tier),"
                + " region = coalesce((select nullif(r.region, '')" + from + "), region),"
                + " since = coalesce((select r.since" + from + "), since),"
                + " note = coalesce((select nullif(r.note, '')" + from + "), note),"
                + " version = version + 1 where id in"
                + " (select k.customer from customer_import_row k where k.import = :import and k.known)");
    }

    /** Who was erased or merged while the rows were on their way is left as they are. */
    private void leaveTheGone() {
        List<UUID> gone = handle.select(
                        "select c.id from customer_import_row k join customer c on c.id = k.customer where k.import = ?"
                                + " and k.known and (c.erased is not null or c.merged_into is not null)",
                        id)
                .mapTo(UUID.class)
                .list();
        for (UUID one : gone)
            for (String table : List.of("customer_import_number", "customer_import_word", "customer_import_row"))
                handle.execute("delete from " + table + " where import = ? and customer = ?", id, one);
    }

    private void outsideIds() {
        run("""
                insert into customer_outside_id (id, source, outside_id, customer)
                select r.customer, :source, r.outside_id, r.customer from customer_import_row r
                where r.import = :import and r.outside_id <> '' and not r.known""");
        // a customer who is there may have an id of this source already, and many of others
        run("""
                insert into customer_outside_id (id, source, outside_id, customer)
                select w.id, :source, r.outside_id, r.customer from customer_import_row r
                join customer_import_word w on w.import = r.import and w.customer = r.customer and w.kind = 'ID'
                where r.import = :import and r.known and r.outside_id <> '' and not exists (select 1
                from customer_outside_id o where o.source = :source and o.outside_id = r.outside_id)""");
    }

    private void portraits() {
        String from =
                " from customer_import_row r where r.import = :import and r.customer = customer_portrait.customer";
        run("update customer_portrait set segment = coalesce((select nullif(r.segment, '')" + from + "), segment),"
                + " language = coalesce((select nullif(r.language, '')" + from + "), language),"
                + " channel = coalesce((select r.channel" + from + "), channel),"
                + " version = version + 1 where customer in"
                + " (select k.customer from customer_import_row k where k.import = :import and k.known)");
        run("""
                insert into customer_portrait (customer, segment, language, channel, version)
                select r.customer, r.segment, r.language, r.channel, 1 from customer_import_row r
                where r.import = :import and (r.segment <> '' or r.language <> '' or r.channel is not null
                or r.birth_month is not null or exists (select 1 from customer_import_word w
                where w.import = r.import and w.customer = r.customer and w.kind = 'PRODUCT'))
                and not exists (select 1 from customer_portrait p where p.customer = r.customer)""");
        run("""
                insert into customer_occasion (customer, place, kind, name, in_month, on_day, in_year)
                select r.customer, coalesce((select max(o.place) + 1 from customer_occasion o
                where o.customer = r.customer), 0), 'BIRTHDAY', '', r.birth_month, r.birth_day, r.birth_year
                from customer_import_row r where r.import = :import and r.birth_month is not null
                and not exists (select 1 from customer_occasion b where b.customer = r.customer
                and b.kind = 'BIRTHDAY')""");
    }

    private void words() {
        run("""
                insert into customer_word (customer, kind, place, words)
                select w.customer, 'PRODUCT', w.place + coalesce((select max(k.place) + 1 from customer_word k
                where k.customer = w.customer and k.kind = 'PRODUCT'), 0), w.words from customer_import_word w
                where w.import = :import and w.kind = 'PRODUCT' and not exists (select 1 from customer_word t
                where t.customer = w.customer and t.kind = 'PRODUCT' and t.words = w.words)""");
        run("""
                insert into customer_tag (id, customer, name, source, origin, evidence, at, confidence,
                open_to_customer) select w.id, w.customer, w.words, 'IMPORT', :file, :file, :at, 100, false
                from customer_import_word w where w.import = :import and w.kind = 'TAG' and not exists
                (select 1 from customer_tag t where t.customer = w.customer and t.name = w.words)""");
    }
}
