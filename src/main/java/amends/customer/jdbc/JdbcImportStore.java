package amends.customer.jdbc;

import amends.customer.CustomerImport.Ask;
import amends.customer.ImportStore;
import amends.customer.ImportedCustomer;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Rows on their way, in tables of their own; they become customers by a few statements over all of them. */
public final class JdbcImportStore implements ImportStore {
    private static final int AT_ONCE = 2000;
    private final Database database;

    public JdbcImportStore(Database database) {
        this.database = database;
    }

    @Override
    public void begin(Ask ask, UUID id, Instant at) {
        database.handle(h -> h.execute(
                "insert into customer_import (id, file, source, who, at, state, added, changed)"
                        + " values (?, ?, ?, ?, ?, 'STAGING', 0, 0)",
                id,
                ask.table().name().substring(0, Math.min(200, ask.table().name().length())),
                ask.source(),
                ask.who().id(),
                at));
    }

    @Override
    public List<Misfit> misfits(
            String source, boolean changeKnown, List<ImportedCustomer> rows, Map<UUID, Integer> seen) {
        return database.handle(h -> {
            var known = new Known(h, source, rows);
            return rows.stream()
                    .flatMap(row -> misfit(row, known.of(row), changeKnown, seen).stream())
                    .toList();
        });
    }

    @Override
    public List<Misfit> stage(
            UUID id, String source, boolean changeKnown, List<ImportedCustomer> rows, Map<UUID, Integer> seen) {
        return database.handle(h -> {
            var known = new Known(h, source, rows);
            var batch = new Staging(h, id);
            var misfits = new ArrayList<Misfit>();
            for (ImportedCustomer row : rows) {
                Set<UUID> whose = known.of(row);
                Optional<Misfit> misfit = misfit(row, whose, changeKnown, seen);
                misfit.ifPresent(misfits::add);
                if (misfit.isEmpty() && (whose.isEmpty() || changeKnown))
                    batch.add(row, whose.stream().findFirst(), known);
            }
            batch.execute();
            return misfits;
        });
    }

    private static Optional<Misfit> misfit(
            ImportedCustomer row, Set<UUID> whose, boolean changeKnown, Map<UUID, Integer> seen) {
        var all = List.copyOf(whose);
        if (all.size() > 1) return Optional.of(new Torn(row, all.get(0), all.get(1)));
        if (all.isEmpty() || !changeKnown) return Optional.empty();
        Integer first = seen.putIfAbsent(all.getFirst(), row.line());
        // the same row once more is no second one: a transaction may be tried again
        return first == null || first == row.line() ? Optional.empty() : Optional.of(new Again(row));
    }

    /** Who of the rows is there already. */
    private static final class Known {
        private final Map<String, UUID> byNumber = new HashMap<>();
        private final Map<String, UUID> byId = new HashMap<>();

        Known(Handle handle, String source, List<ImportedCustomer> rows) {
            List<String> numbers = rows.stream()
                    .flatMap(row -> row.numbers().stream().map(PhoneNumber::e164))
                    .toList();
            if (!numbers.isEmpty())
                handle.createQuery("select number, customer from customer_number where number in (<numbers>)")
                        .bindList("numbers", numbers)
                        .map((row, c) -> byNumber.put(row.getString(1), row.getObject(2, UUID.class)))
                        .list();
            List<String> ids = rows.stream()
                    .map(ImportedCustomer::outsideId)
                    .filter(one -> !one.isEmpty())
                    .toList();
            if (!ids.isEmpty())
                handle.createQuery("select outside_id, customer from customer_outside_id where source = :source"
                                + " and outside_id in (<ids>)")
                        .bind("source", source)
                        .bindList("ids", ids)
                        .map((row, c) -> byId.put(row.getString(1), row.getObject(2, UUID.class)))
                        .list();
        }

        Set<UUID> of(ImportedCustomer row) {
            var whose = new HashSet<UUID>();
            Optional.ofNullable(byId.get(row.outsideId())).ifPresent(whose::add);
            row.numbers()
                    .forEach(n -> Optional.ofNullable(byNumber.get(n.e164())).ifPresent(whose::add));
            return whose;
        }

        boolean has(PhoneNumber number) {
            return byNumber.containsKey(number.e164());
        }
    }

    /** The inserts of one chunk. */
    private static final class Staging {
        private final UUID id;
        private final org.jdbi.v3.core.statement.PreparedBatch rows;
        private final org.jdbi.v3.core.statement.PreparedBatch numbers;
        private final org.jdbi.v3.core.statement.PreparedBatch words;

        Staging(Handle handle, UUID id) {
            this.id = id;
            rows = handle.prepareBatch("""
                    insert into customer_import_row (import, line, customer, known, name, sought, tier, region, since,
                    note, outside_id, segment, language, channel, birth_month, birth_day, birth_year) values (:import,
                    :line, :customer, :known, :name, lower(replace(:name, ' ', '')), :tier, :region, :since, :note,
                    :outside, :segment, :language, :channel, :month, :day, :year)""");
            numbers = handle.prepareBatch(
                    "insert into customer_import_number (import, number, customer, place) values (?, ?, ?, ?)");
            words = handle.prepareBatch("insert into customer_import_word (import, id, customer, kind, place, words)"
                    + " values (?, ?, ?, ?, ?, ?)");
        }

        void add(ImportedCustomer row, Optional<UUID> whose, Known known) {
            UUID customer = whose.orElseGet(Ids::next);
            var birthday = row.birthday();
            rows.bind("import", id)
                    .bind("line", row.line())
                    .bind("customer", customer)
                    .bind("known", whose.isPresent())
                    .bind("name", row.name())
                    .bind("tier", row.tier().map(Enum::name).orElse(null))
                    .bind("region", row.region())
                    .bindByType("since", row.since().orElse(null), Instant.class)
                    .bind("note", row.note())
                    .bind("outside", row.outsideId())
                    .bind("segment", row.segment())
                    .bind("language", row.language())
                    .bind("channel", row.channel().map(Enum::name).orElse(null))
                    .bind(
                            "month",
                            birthday.map(ImportedCustomer.Birthday::month).orElse(null))
                    .bind("day", birthday.map(ImportedCustomer.Birthday::day).orElse(null))
                    .bind(
                            "year",
                            birthday.map(ImportedCustomer.Birthday::year)
                                    .filter(y -> y > 0)
                                    .orElse(null))
                    .add();
            int place = whose.isPresent() ? 100 : 0;
            for (PhoneNumber number : row.numbers())
                if (!known.has(number)) numbers.add(id, number.e164(), customer, place++);
            place = 0;
            for (String product : row.products()) words.add(id, Ids.next(), customer, "PRODUCT", place++, product);
            if (whose.isPresent() && !row.outsideId().isEmpty())
                words.add(id, Ids.next(), customer, "ID", 0, row.outsideId());
            for (String tag : row.tags()) words.add(id, Ids.next(), customer, "TAG", place++, tag);
        }

        void execute() {
            for (var batch : List.of(rows, numbers, words)) if (batch.size() > 0) batch.execute();
        }
    }

    @Override
    public Counts apply(UUID id, Ask ask, Instant at) {
        return database.handle(h -> {
            var apply = new ImportApplying(h, id, ask.source(), ask.table().name(), at);
            Counts counts = apply.all();
            h.execute(
                    "update customer_import set state = 'DONE', added = ?, changed = ?, ended = ? where id = ?",
                    counts.added(),
                    counts.changed(),
                    at,
                    id);
            return counts;
        });
    }

    @Override
    public void clear(UUID id) {
        clear(id, "customer_import_row", "line");
        clear(id, "customer_import_number", "number");
        clear(id, "customer_import_word", "id");
    }

    /** In steps along the key, each a transaction. */
    private void clear(UUID id, String table, String key) {
        String some =
                "select " + key + " from " + table + " where import = ? order by import, " + key + " limit " + AT_ONCE;
        String upTo = "delete from " + table + " where import = ? and " + key + " <= ?";
        while (database.handle(h -> {
            List<Object> keys =
                    h.select(some, id).map((row, c) -> row.getObject(1)).list();
            if (!keys.isEmpty()) h.execute(upTo, id, keys.getLast());
            return keys.size() == AT_ONCE;
        })) {}
    }

    @Override
    public void discard(UUID id, Instant at) {
        clear(id);
        database.handle(h -> h.execute(
                "update customer_import set state = 'NOTHING', ended = ? where id = ? and state = 'STAGING'", at, id));
    }

    @Override
    public void tidy(Instant before) {
        List<UUID> dead = database.handle(h -> h.select(
                        "select id from customer_import i where at < ? and (state = 'STAGING' or exists"
                                + " (select 1 from customer_import_row r where r.import = i.id))",
                        before)
                .mapTo(UUID.class)
                .list());
        for (UUID id : dead) discard(id, before);
    }
}
