package amends.customer;

import amends.customer.CustomerImport.Ask;
import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerImport.Report;
import amends.customer.CustomerImport.Watch;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes in from a table what customers wrote, and opens the complaints in it. A table is small enough to be kept in one
 * transaction; taken in twice, its letters are there once. Blocks.
 */
public final class LetterImport {
    /** Of one table: what one transaction keeps within a few seconds. */
    public static final int MOST_LETTERS = 2000;

    private static final int BETWEEN_TELLING = 100;
    private final Letters letters;
    private final Letters.Complaints complaints;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;
    private final String homeRegion;
    private final ZoneId zone;

    public LetterImport(
            Letters letters,
            Letters.Complaints complaints,
            AuditTrail audit,
            Transactions transactions,
            Timekeeper time,
            String homeRegion,
            ZoneId zone) {
        this.letters = letters;
        this.complaints = complaints;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
        this.homeRegion = homeRegion;
        this.zone = zone;
    }

    /** Reads the table through and keeps nothing. */
    public Outcome check(Ask ask, Watch watch) {
        return read(ask, watch, (good, report) -> new Outcome.Faulty(report));
    }

    /** @return of what was taken in: how many letters are new, and how many complaints were opened */
    public Outcome run(Ask ask, Watch watch) {
        return run(ask, watch, taken -> {});
    }

    /** The same. @param taken told in the transaction in which the letters are kept */
    public Outcome run(Ask ask, Watch watch, Consumer<Outcome.Imported> taken) {
        return read(
                ask,
                watch,
                (good, report) -> report.faulty() > 0 && !ask.goodRowsOnly()
                        ? new Outcome.Faulty(report)
                        : kept(ask, good, report, taken));
    }

    private interface Ending {
        Outcome of(List<ImportedLetter> good, Report report);
    }

    private Outcome read(Ask ask, Watch watch, Ending ending) {
        NotPermitted.unless(ask.who(), Permission.IMPORT_CUSTOMERS);
        NotPermitted.unless(ask.who(), Permission.WRITE_CONTACT);
        var through = new Through(ask, watch);
        try {
            ask.table().rows(through::take);
        } catch (Table.Unreadable e) {
            return new Outcome.Unreadable(e);
        }
        if (through.tooMany) return new Outcome.Faulty(through.report());
        if (through.cancelled || !watch.goOn(through.rows, through.faulty))
            return new Outcome.Cancelled(through.report());
        return ending.of(through.good, through.report());
    }

    private Outcome kept(Ask ask, List<ImportedLetter> good, Report report, Consumer<Outcome.Imported> taken) {
        UUID id = Ids.next();
        return transactions.call(() -> {
            int added = 0;
            int opened = 0;
            for (ImportedLetter one : good) {
                if (!letters.keep(one.id(), one.letter(), ask.who().id())) continue;
                added++;
                if (!one.letter().complaint()) continue;
                complaints.open(one);
                opened++;
            }
            audit.add(AuditEntry.of(
                    time.now(),
                    ask.who(),
                    Permission.IMPORT_CUSTOMERS,
                    id,
                    ask.table().name() + ": letters +" + added + ", complaints +" + opened));
            var imported = new Outcome.Imported(id, added, opened, report);
            taken.accept(imported);
            return imported;
        });
    }

    /** One reading through a table. */
    private final class Through {
        private final Watch watch;
        private final LetterReading reading;
        private final List<RowProblem> problems = new ArrayList<>();
        private final List<ImportedLetter> good = new ArrayList<>();
        private int rows;
        private int faulty;
        private boolean cancelled;
        private boolean tooMany;

        Through(Ask ask, Watch watch) {
            this.watch = watch;
            var settings = new RowReading.Settings(
                    homeRegion, zone, time.now().atZone(zone).toLocalDate());
            reading = new LetterReading(ask, settings, letters, problems::add);
        }

        boolean take(int line, List<String> cells) {
            rows++;
            if (rows > MOST_LETTERS) {
                tooMany = true;
                faulty++;
                problems.add(new RowProblem(line, "", ImportProblem.TOO_MANY_LETTERS, ""));
                return false;
            }
            reading.read(line, cells).ifPresentOrElse(good::add, () -> faulty++);
            cancelled = rows % BETWEEN_TELLING == 0 && !watch.goOn(rows, faulty);
            return !cancelled;
        }

        Report report() {
            return new Report(rows, rows - faulty, faulty, List.copyOf(problems));
        }
    }
}
