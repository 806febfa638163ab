package amends.customer;

import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes customers in from a table. All rows wait beside the customers until the last one is there and then become
 * customers in one transaction: a cancel, an error or the end of the process before that leaves nothing. Blocks.
 */
public final class CustomerImport {
    /** What a report shows at most; the rest is counted. */
    public static final int MOST_PROBLEMS = 10_000;

    private static final int CHUNK = 1000;
    private final ImportStore store;
    private final Duplicates duplicates;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;
    private final String homeRegion;
    private final ZoneId zone;

    public CustomerImport(
            ImportStore store,
            Duplicates duplicates,
            AuditTrail audit,
            Transactions transactions,
            Timekeeper time,
            String homeRegion,
            ZoneId zone) {
        this.store = store;
        this.duplicates = duplicates;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
        this.homeRegion = homeRegion;
        this.zone = zone;
    }

    /**
     * What is wanted.
     *
     * @param columns what each column is, in the table's order
     * @param source the system the table comes from: outside ids are its
     * @param changeKnown whether customers who are there already are changed; else they are left as they are
     * @param goodRowsOnly whether faulty rows are left out; else one faulty row keeps all out
     */
    public record Ask(
            Table table,
            List<ImportField> columns,
            String source,
            boolean changeKnown,
            boolean goodRowsOnly,
            StaffMember who) {
        public Ask {
            columns = List.copyOf(columns);
            source = PlainText.line(source, 40);
        }
    }

    /** Told now and then on the importing thread. */
    public interface Watch {
        /** @param fraction 0 to 1; of rows when the whole is not known, 0 @return whether to go on */
        boolean goOn(int rows, int faulty);
    }

    /** @param problems the first {@value #MOST_PROBLEMS} */
    public record Report(int rows, int good, int faulty, List<RowProblem> problems) {}

    public sealed interface Outcome {
        record Imported(UUID id, int added, int changed, Report report) implements Outcome {}

        /** Faulty rows, and all or nothing was asked for: nothing was taken in. */
        record Faulty(Report report) implements Outcome {}

        record Cancelled(Report report) implements Outcome {}

        record Unreadable(Table.Unreadable why) implements Outcome {}
    }

    /** Reads the table through and keeps nothing: what a preview and a report show. */
    public Outcome check(Ask ask, Watch watch) {
        NotPermitted.unless(ask.who(), Permission.IMPORT_CUSTOMERS);
        var run = new ImportRun(ask, watch, rows -> {}, settings());
        var seen = new HashMap<UUID, Integer>();
        run.collects(
                CHUNK,
                rows -> store.misfits(ask.source(), ask.changeKnown(), rows, seen)
                        .forEach(run::misfit));
        try {
            ask.table().rows(run::take);
            run.finish();
        } catch (Table.Unreadable e) {
            return new Outcome.Unreadable(e);
        }
        return run.isCancelled() ? new Outcome.Cancelled(run.report()) : new Outcome.Faulty(run.report());
    }

    public Outcome run(Ask ask, Watch watch) {
        return run(ask, watch, taken -> {});
    }

    /** @param taken told in the transaction in which the rows become customers */
    public Outcome run(Ask ask, Watch watch, Consumer<Outcome.Imported> taken) {
        NotPermitted.unless(ask.who(), Permission.IMPORT_CUSTOMERS);
        UUID id = Ids.next();
        store.tidy(time.now().minus(ImportTidying.DEAD));
        store.begin(ask, id, time.now());
        boolean kept = false;
        try {
            Outcome outcome = staged(ask, watch, id, taken);
            kept = outcome instanceof Outcome.Imported;
            if (kept) store.clear(id);
            return outcome;
        } finally {
            if (!kept) store.discard(id, time.now());
        }
    }

    private Outcome staged(Ask ask, Watch watch, UUID id, Consumer<Outcome.Imported> taken) {
        var torn = new ArrayList<ImportStore.Torn>();
        var run = new ImportRun(ask, watch, rows -> {}, settings());
        var seen = new HashMap<UUID, Integer>();
        run.collects(CHUNK, rows -> {
            List<ImportStore.Misfit> some =
                    transactions.call(() -> store.stage(id, ask.source(), ask.changeKnown(), rows, seen));
            some.forEach(run::misfit);
            for (ImportStore.Misfit one : some) if (one instanceof ImportStore.Torn t) torn.add(t);
        });
        try {
            ask.table().rows(run::take);
            run.finish();
        } catch (Table.Unreadable e) {
            return new Outcome.Unreadable(e);
        }
        if (run.isCancelled()) return new Outcome.Cancelled(run.report());
        if (run.report().faulty() > 0 && !ask.goodRowsOnly()) return new Outcome.Faulty(run.report());
        return applied(ask, id, torn, run.report(), taken);
    }

    private Outcome applied(
            Ask ask, UUID id, List<ImportStore.Torn> torn, Report report, Consumer<Outcome.Imported> taken) {
        return transactions.call(() -> {
            ImportStore.Counts counts = store.apply(id, ask, time.now());
            for (ImportStore.Torn t : torn)
                duplicates.add(Duplicate.of(t.one(), t.another(), Duplicate.Reason.SAME_NUMBER, "", time.now()));
            audit.add(AuditEntry.of(
                    time.now(),
                    ask.who(),
                    Permission.IMPORT_CUSTOMERS,
                    id,
                    ask.table().name() + ": +" + counts.added() + " ~" + counts.changed()));
            var imported = new Outcome.Imported(id, counts.added(), counts.changed(), report);
            taken.accept(imported);
            return imported;
        });
    }

    private RowReading.Settings settings() {
        return new RowReading.Settings(homeRegion, zone, time.now().atZone(zone).toLocalDate());
    }
}
