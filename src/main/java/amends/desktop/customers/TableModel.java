package amends.desktop.customers;

import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerImport.Report;
import amends.customer.CustomerOffice;
import amends.customer.ImportField;
import amends.customer.ImportKind;
import amends.customer.Table;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** A table on its way in: opened, its columns named, looked through, taken in. */
public final class TableModel extends PresentationModel {
    static final int PREVIEWED = 20;
    private final CustomerOffice office;
    private final PostingWork work;
    private final Timekeeper time;
    private Optional<Table> table = Optional.empty();
    private ImportKind kind = ImportKind.CUSTOMERS;
    private List<ImportField> columns = List.of();
    private List<List<String>> preview = List.of();
    private Optional<Report> report = Optional.empty();
    private String source = "";
    private boolean changeKnown = true;
    private boolean goodRowsOnly;
    private boolean running;
    private int read;
    private int faulty;
    private Said said = Said.NOTHING;
    private AtomicBoolean cancelled = new AtomicBoolean();

    TableModel(CustomerOffice office, PostingWork work, Timekeeper time) {
        this.office = office;
        this.work = work;
        this.time = time;
    }

    private record Opened(Table table, List<List<String>> rows) {}

    /** What was open before is so no more: nobody takes in another table than the one that is named. */
    void open(Path file) {
        if (running) return;
        running = true;
        table = Optional.empty();
        columns = List.of();
        preview = List.of();
        report = Optional.empty();
        said = Said.NOTHING;
        work.ask(() -> opened(file), this::opened, this::unreadable);
        changed();
    }

    private Opened opened(Path file) throws Table.Unreadable {
        Table opened = office.open(file);
        var rows = new ArrayList<List<String>>();
        opened.rows((line, cells) -> {
            rows.add(List.copyOf(cells));
            return rows.size() < PREVIEWED;
        });
        return new Opened(opened, rows);
    }

    private void opened(Opened opened) {
        running = false;
        table = Optional.of(opened.table());
        columns = kind.guess(opened.table());
        preview = List.copyOf(opened.rows());
        if (source.isEmpty()) source = "core";
        changed();
    }

    private void unreadable(Exception e) {
        running = false;
        if (e instanceof Table.Unreadable unreadable) say("import.unreadable", unreadable.why(), unreadable.line());
        else say("customers.failed");
    }

    private void say(String key, Object... arguments) {
        said = Said.of(key, arguments);
        changed();
    }

    /** What a column is; a field that only one column can be is taken from the other. */
    void name(int column, ImportField field) {
        var named = new ArrayList<>(columns);
        if (field != ImportField.NUMBER && field != ImportField.NONE && named.contains(field))
            named.set(named.indexOf(field), ImportField.NONE);
        named.set(column, field);
        columns = List.copyOf(named);
        report = Optional.empty();
        changed();
    }

    /** What the table holds; its columns are guessed anew. */
    void holds(ImportKind wanted) {
        if (running || wanted == kind) return;
        kind = wanted;
        columns = table.map(kind::guess).orElse(List.of());
        report = Optional.empty();
        said = Said.NOTHING;
        changed();
    }

    void from(String system) {
        source = system;
    }

    void changeKnown(boolean wanted) {
        changeKnown = wanted;
    }

    void goodRowsOnly(boolean wanted) {
        goodRowsOnly = wanted;
    }

    /** Looks every row through and keeps nothing. */
    void check() {
        run(() -> office.check(wanted(), this::goOn));
    }

    void take() {
        run(() -> office.take(wanted(), this::goOn));
    }

    private CustomerOffice.Import wanted() {
        return new CustomerOffice.Import(kind, table.orElseThrow(), columns, source, changeKnown, goodRowsOnly);
    }

    private void run(Callable<Outcome> act) {
        if (running || table.isEmpty()) return;
        running = true;
        read = 0;
        faulty = 0;
        cancelled = new AtomicBoolean();
        said = Said.NOTHING;
        if (office.isAsked()) said = Said.of("customers.asking");
        work.ask(act, this::ended, e -> {
            running = false;
            say(Said.of(e).key());
        });
        changed();
    }

    private boolean goOn(int rows, int wrong) {
        AtomicBoolean stop = cancelled;
        work.post(() -> {
            read = rows;
            faulty = wrong;
            changed();
        });
        return !stop.get();
    }

    private void ended(Outcome outcome) {
        running = false;
        switch (outcome) {
            case Outcome.Imported done -> {
                report = Optional.of(done.report());
                done(done);
            }
            case Outcome.Faulty(var found) -> {
                report = Optional.of(found);
                if (found.faulty() == 0) say("import.allGood", found.rows());
                else say("import.faulty", found.faulty(), found.rows());
            }
            case Outcome.Cancelled(var found) -> {
                report = Optional.of(found);
                say("import.cancelled");
            }
            case Outcome.Unreadable(var why) -> say("import.unreadable", why.why(), why.line());
        }
    }

    private void done(Outcome.Imported done) {
        int faulty = done.report().faulty();
        if (kind == ImportKind.CUSTOMERS) say("import.done", done.added(), done.changed(), faulty);
        else
            say(
                    "import.doneLetters",
                    done.added(),
                    done.changed(),
                    done.report().good() - done.added(),
                    faulty);
    }

    void cancel() {
        cancelled.set(true);
    }

    /** @param rows the report as the view puts it into words */
    void save(List<String> header, List<List<String>> rows) {
        String at = time.now().toString().replaceAll("[^0-9]", "").substring(0, 14);
        Path file = Path.of(System.getProperty("user.home"), "amends-import-" + at + ".csv");
        work.ask(
                () -> {
                    office.write(file, header, rows);
                    return file;
                },
                done -> say("customers.saved", done),
                e -> say("customers.failed"));
    }

    Optional<Table> table() {
        return table;
    }

    ImportKind kind() {
        return kind;
    }

    List<ImportField> columns() {
        return columns;
    }

    List<List<String>> preview() {
        return preview;
    }

    Optional<Report> report() {
        return report;
    }

    String source() {
        return source;
    }

    boolean changesKnown() {
        return changeKnown;
    }

    boolean goodOnly() {
        return goodRowsOnly;
    }

    boolean running() {
        return running;
    }

    int read() {
        return read;
    }

    int faulty() {
        return faulty;
    }

    Said said() {
        return said;
    }
}
