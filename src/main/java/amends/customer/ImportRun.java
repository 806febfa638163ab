package amends.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One reading through a table: what was right goes on in chunks, what was wrong is told. Used by one thread. */
final class ImportRun {
    private static final int BETWEEN_TELLING = 500;
    private final CustomerImport.Watch watch;
    private final RowReading reading;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<ImportedCustomer> chunk = new ArrayList<>();
    private Consumer<List<ImportedCustomer>> taker;
    private int chunkSize = Integer.MAX_VALUE;
    private int rows;
    private int faulty;
    private boolean cancelled;

    ImportRun(
            CustomerImport.Ask ask,
            CustomerImport.Watch watch,
            Consumer<List<ImportedCustomer>> taker,
            RowReading.Settings settings) {
        this.watch = watch;
        this.taker = taker;
        reading = new RowReading(ask.table().header(), ask.columns(), settings, this::problem);
    }

    void collects(int size, Consumer<List<ImportedCustomer>> chunks) {
        chunkSize = size;
        taker = chunks;
    }

    private void problem(RowProblem problem) {
        if (problems.size() < CustomerImport.MOST_PROBLEMS) problems.add(problem);
    }

    boolean take(int line, List<String> cells) {
        rows++;
        reading.read(line, cells).ifPresentOrElse(this::good, () -> faulty++);
        if (rows % BETWEEN_TELLING == 0 && !watch.goOn(rows, faulty)) cancelled = true;
        return !cancelled;
    }

    private void good(ImportedCustomer row) {
        if (chunkSize == Integer.MAX_VALUE) return;
        chunk.add(row);
        if (chunk.size() >= chunkSize) flush();
    }

    private void flush() {
        if (chunk.isEmpty()) return;
        taker.accept(List.copyOf(chunk));
        chunk.clear();
    }

    void finish() {
        if (cancelled) return;
        flush();
        if (!watch.goOn(rows, faulty)) cancelled = true;
    }

    /** A row that was right by itself, and does not fit who is there. */
    void misfit(ImportStore.Misfit misfit) {
        faulty++;
        problem(new RowProblem(
                misfit.row().line(), "", misfit.problem(), misfit.row().name()));
    }

    boolean isCancelled() {
        return cancelled;
    }

    CustomerImport.Report report() {
        return new CustomerImport.Report(rows, rows - faulty, faulty, List.copyOf(problems));
    }
}
