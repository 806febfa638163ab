package amends.customer.jdbc;

import amends.customer.CustomerImport.Ask;
import amends.customer.ImportStore;
import amends.customer.ImportedCustomer;
import amends.customer.jdbc.PackedRows.Waiting;
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

/** Rows on their way, packed in a table of their own; they become customers chunk by chunk, in one transaction. */
public final class JdbcImportStore implements ImportStore {
    private static final int CHUNKS_AT_ONCE = 25;
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
            var waiting = new ArrayList<Waiting>();
            var misfits = new ArrayList<Misfit>();
            for (ImportedCustomer row : rows) {
                Set<UUID> whose = known.of(row);
                Optional<Misfit> misfit = misfit(row, whose, changeKnown, seen);
                misfit.ifPresent(misfits::add);
                if (misfit.isEmpty() && (whose.isEmpty() || changeKnown))
                    waiting.add(new Waiting(row, whose.stream().findFirst()));
            }
            if (!waiting.isEmpty())
                h.execute(
                        "insert into customer_import_chunk (import, place, content) values (?, ?, ?)",
                        id,
                        waiting.getFirst().row().line(),
                        PackedRows.pack(waiting));
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
    }

    @Override
    public Counts apply(UUID id, Ask ask, Instant at) {
        return database.insertingHandle(h -> {
            var apply = new ImportApplying(h, ask.source(), ask.table().name(), at);
            List<Integer> places = h.select(
                            "select place from customer_import_chunk where import = ? order by place", id)
                    .mapTo(Integer.class)
                    .list();
            for (int from = 0; from < places.size(); from += CHUNKS_AT_ONCE) {
                var waiting = new ArrayList<Waiting>();
                for (int place : places.subList(from, Math.min(places.size(), from + CHUNKS_AT_ONCE)))
                    waiting.addAll(PackedRows.unpack(h.select(
                                    "select content from customer_import_chunk where import = ? and place = ?",
                                    id,
                                    place)
                            .map((row, c) -> row.getBytes(1))
                            .one()));
                apply.some(waiting);
            }
            Counts counts = apply.counts();
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
        database.handle(h -> h.execute("delete from customer_import_chunk where import = ?", id));
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
                                + " (select 1 from customer_import_chunk r where r.import = i.id))",
                        before)
                .mapTo(UUID.class)
                .list());
        for (UUID id : dead) discard(id, before);
    }
}
