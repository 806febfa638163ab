package amends.customer.jdbc;

import amends.customer.CustomerProfile.Tier;
import amends.customer.ImportStore.Counts;
import amends.customer.ImportedCustomer;
import amends.customer.jdbc.PackedRows.Waiting;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Makes customers of the rows on their way, some thousand at a time within one transaction, each table in the order of its
 * index: what an index writes grows with how often its pages are come back to. Of customers who are there, a cell
 * that is filled changes what they have; an empty one changes nothing. Tags are added, never taken away.
 */
final class ImportApplying {
    private static final int AFTER_THE_OTHERS = 100;
    private static final int AT_ONCE = 1000;
    private final Handle handle;
    private final String source;
    private final String file;
    private final Instant at;
    private int added;
    private int changed;

    ImportApplying(Handle handle, String source, String file, Instant at) {
        this.handle = handle;
        this.source = source;
        this.file = file.substring(0, Math.min(120, file.length()));
        this.at = at;
    }

    /** @param is under whom the row is known from now on */
    private record Row(UUID is, boolean isNew, ImportedCustomer says) {
        String sought() {
            return says.name().replace(" ", "").toLowerCase(Locale.ROOT);
        }
    }

    Counts counts() {
        return new Counts(added, changed);
    }

    void some(List<Waiting> waiting) {
        Set<UUID> gone = gone(waiting);
        List<Row> all = waiting.stream()
                .filter(one -> one.known().filter(gone::contains).isEmpty())
                .map(one ->
                        new Row(one.known().orElseGet(Ids::next), one.known().isEmpty(), one.row()))
                .sorted(Comparator.comparing(Row::sought))
                .toList();
        List<Row> strangers = all.stream().filter(Row::isNew).toList();
        List<Row> known = all.stream().filter(row -> !row.isNew()).toList();
        insert(strangers);
        change(known);
        numbers(all);
        outsideIds(all);
        portraits(strangers, known);
        birthdays(all, known);
        words(all, known);
        added += strangers.size();
        changed += known.size();
    }

    /** Who was erased or merged while the rows were on their way is left as they are. */
    private Set<UUID> gone(List<Waiting> waiting) {
        List<UUID> known = waiting.stream().flatMap(one -> one.known().stream()).toList();
        return whose(
                "select id from customer where id in (<them>) and (erased is not null or merged_into is not null)",
                known);
    }

    /** As many as one statement asks for. */
    private static <T> List<List<T>> slices(List<T> all) {
        var slices = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += AT_ONCE)
            slices.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        return slices;
    }

    private Set<UUID> whose(String sql, List<UUID> them) {
        var whose = new HashSet<UUID>();
        for (List<UUID> some : slices(them))
            whose.addAll(handle.createQuery(sql)
                    .bindList("them", some)
                    .mapTo(UUID.class)
                    .list());
        return whose;
    }

    private interface Filling<T> {
        void of(PreparedBatch batch, T one);
    }

    private <T> void batch(String sql, Collection<T> all, Filling<T> filling) {
        PreparedBatch batch = handle.prepareBatch(sql);
        for (T one : all) filling.of(batch, one);
        if (batch.size() > 0) batch.execute();
    }

    private void insert(List<Row> strangers) {
        batch(
                "insert into customer (id, name, sought, tier, region, since, note, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 1)",
                strangers,
                (batch, row) -> batch.bind(0, row.is())
                        .bind(1, row.says().name())
                        .bind(2, row.sought())
                        .bind(3, row.says().tier().orElse(Tier.REGULAR).name())
                        .bind(4, row.says().region())
                        .bindByType(5, row.says().since().orElse(null), Instant.class)
                        .bind(6, row.says().note())
                        .add());
    }

    private void change(List<Row> known) {
        batch(
                "update customer set name = coalesce(nullif(?, ''), name), sought = coalesce(nullif(?, ''), sought),"
                        + " tier = coalesce(nullif(?, ''), tier), region = coalesce(nullif(?, ''), region),"
                        + " since = coalesce(cast(? as timestamp(6) with time zone), since),"
                        + " note = coalesce(nullif(?, ''), note), version = version + 1 where id = ?",
                known,
                (batch, row) -> batch.bind(0, row.says().name())
                        .bind(1, row.sought())
                        .bind(2, row.says().tier().map(Enum::name).orElse(""))
                        .bind(3, row.says().region())
                        .bindByType(4, row.says().since().orElse(null), Instant.class)
                        .bind(5, row.says().note())
                        .bind(6, row.is())
                        .add());
    }

    private record Number(UUID whose, String number, int place) {}

    /** A number that somebody got meanwhile stays theirs. */
    private void numbers(List<Row> all) {
        List<String> wanted = all.stream()
                .flatMap(row -> row.says().numbers().stream().map(PhoneNumber::e164))
                .toList();
        var taken = new HashSet<String>();
        for (List<String> some : slices(wanted))
            taken.addAll(handle.createQuery("select number from customer_number where number in (<them>)")
                    .bindList("them", some)
                    .mapTo(String.class)
                    .list());
        var rows = new ArrayList<Number>();
        for (Row row : all) {
            int place = row.isNew() ? 0 : AFTER_THE_OTHERS;
            for (PhoneNumber number : row.says().numbers())
                if (!taken.contains(number.e164())) rows.add(new Number(row.is(), number.e164(), place++));
        }
        batch(
                "insert into customer_number (number, customer, place) values (?, ?, ?)",
                rows,
                (batch, one) -> batch.add(one.number(), one.whose(), one.place()));
    }

    /** An id that is there stays whose it is: of customers who were there, and what somebody got meanwhile. */
    private void outsideIds(List<Row> all) {
        List<String> wanted = all.stream()
                .map(row -> row.says().outsideId())
                .filter(id -> !id.isEmpty())
                .toList();
        var there = new HashSet<String>();
        for (List<String> some : slices(wanted)) there.addAll(outsideIdsThere(some));
        batch(
                "insert into customer_outside_id (id, source, outside_id, customer) values (?, ?, ?, ?)",
                all.stream()
                        .filter(row -> !row.says().outsideId().isEmpty())
                        .filter(row -> !there.contains(row.says().outsideId()))
                        .sorted(Comparator.comparing(row -> row.says().outsideId()))
                        .toList(),
                (batch, row) -> batch.add(
                        row.isNew() ? row.is() : Ids.next(), source, row.says().outsideId(), row.is()));
    }

    /** Asked for by pairs, as the index has them: by a list of ids alone H2 looks at every row of the source. */
    private List<String> outsideIdsThere(List<String> wanted) {
        String pairs = String.join(", ", Collections.nCopies(wanted.size(), "(?, ?)"));
        var query = handle.createQuery(
                "select outside_id from customer_outside_id where (source, outside_id) in (" + pairs + ")");
        for (int i = 0; i < wanted.size(); i++) query.bind(2 * i, source).bind(2 * i + 1, wanted.get(i));
        return query.mapTo(String.class).list();
    }

    private void portraits(List<Row> strangers, List<Row> known) {
        Set<UUID> drawn = whose(
                "select customer from customer_portrait where customer in (<them>)",
                known.stream().map(Row::is).toList());
        batch(
                "update customer_portrait set segment = coalesce(nullif(?, ''), segment),"
                        + " language = coalesce(nullif(?, ''), language), channel = coalesce(nullif(?, ''), channel),"
                        + " version = version + 1 where customer = ?",
                known.stream().filter(row -> drawn.contains(row.is())).toList(),
                (batch, row) -> batch.add(row.says().segment(), row.says().language(), channel(row), row.is()));
        var fresh = new ArrayList<>(strangers);
        known.stream().filter(row -> !drawn.contains(row.is())).forEach(fresh::add);
        batch(
                "insert into customer_portrait (customer, segment, language, channel, version)"
                        + " values (?, ?, ?, nullif(?, ''), 1)",
                fresh.stream().filter(row -> isDrawn(row.says())).toList(),
                (batch, row) ->
                        batch.add(row.is(), row.says().segment(), row.says().language(), channel(row)));
    }

    private static String channel(Row row) {
        return row.says().channel().map(Enum::name).orElse("");
    }

    private static boolean isDrawn(ImportedCustomer says) {
        return !says.segment().isEmpty()
                || !says.language().isEmpty()
                || says.channel().isPresent()
                || says.birthday().isPresent()
                || !says.products().isEmpty();
    }

    private void birthdays(List<Row> all, List<Row> known) {
        List<UUID> them = known.stream().map(Row::is).toList();
        Set<UUID> there = Set.copyOf(
                whose("select customer from customer_occasion where kind = 'BIRTHDAY' and customer in (<them>)", them));
        Map<UUID, Integer> places =
                places("select customer, max(place) + 1 from customer_occasion where customer in (<them>)", them);
        batch(
                "insert into customer_occasion (customer, place, kind, name, in_month, on_day, in_year)"
                        + " values (?, ?, 'BIRTHDAY', '', ?, ?, nullif(?, 0))",
                all.stream()
                        .filter(row -> row.says().birthday().isPresent() && !there.contains(row.is()))
                        .toList(),
                (batch, row) -> {
                    var day = row.says().birthday().orElseThrow();
                    batch.add(row.is(), places.getOrDefault(row.is(), 0), day.month(), day.day(), day.year());
                });
    }

    /** The next free place of each. */
    private Map<UUID, Integer> places(String sql, List<UUID> them) {
        var places = new HashMap<UUID, Integer>();
        for (List<UUID> some : slices(them))
            handle.createQuery(sql + " group by customer")
                    .bindList("them", some)
                    .map((row, context) -> places.put(row.getObject(1, UUID.class), row.getInt(2)))
                    .list();
        return places;
    }

    private record Word(UUID whose, int place, String words) {}

    private void words(List<Row> all, List<Row> known) {
        List<UUID> them = known.stream().map(Row::is).toList();
        Set<Word> products = there("select customer, words from customer_word where kind = 'PRODUCT'", them);
        Set<Word> tags = there("select customer, name from customer_tag where true", them);
        Map<UUID, Integer> places = places(
                "select customer, max(place) + 1 from customer_word where kind = 'PRODUCT' and customer in (<them>)",
                them);
        var more = new ArrayList<Word>();
        var said = new ArrayList<Word>();
        for (Row row : all) {
            int place = places.getOrDefault(row.is(), 0);
            for (String product : row.says().products())
                if (products.add(new Word(row.is(), 0, product))) more.add(new Word(row.is(), place++, product));
            for (String tag : row.says().tags())
                if (tags.add(new Word(row.is(), 0, tag))) said.add(new Word(row.is(), 0, tag));
        }
        batch(
                "insert into customer_word (customer, kind, place, words) values (?, 'PRODUCT', ?, ?)",
                more,
                (batch, one) -> batch.add(one.whose(), one.place(), one.words()));
        batch(
                "insert into customer_tag (id, customer, name, source, origin, evidence, at, confidence,"
                        + " open_to_customer) values (?, ?, ?, 'IMPORT', ?, ?, ?, 100, false)",
                said,
                (batch, one) -> batch.add(Ids.next(), one.whose(), one.words(), file, file, at));
    }

    private Set<Word> there(String sql, List<UUID> them) {
        var there = new HashSet<Word>();
        for (List<UUID> some : slices(them))
            handle.createQuery(sql + " and customer in (<them>)")
                    .bindList("them", some)
                    .map((row, context) -> there.add(new Word(row.getObject(1, UUID.class), 0, row.getString(2))))
                    .list();
        return there;
    }
}
