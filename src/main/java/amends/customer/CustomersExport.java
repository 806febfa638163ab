package amends.customer;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes all customers to a table, in the columns that an import understands. That it was done is in the audit trail
 * before the first row is written; a file that was not finished is removed. Blocks.
 */
public final class CustomersExport {
    private static final int PAGE = 1000;
    private final Rows rows;
    private final TableWriter.Opener files;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;

    /** The customers as texts, in the order of their ids. Joins the caller's transaction. */
    public interface Rows {
        /** @param last of the page before */
        List<Row> after(Optional<UUID> last, int most);
    }

    /** @param cells as {@link ImportField} has them */
    public record Row(UUID id, List<String> cells) {}

    /** Which columns are written. */
    public static final List<ImportField> COLUMNS = List.of(
            ImportField.OUTSIDE_ID,
            ImportField.NAME,
            ImportField.NUMBER,
            ImportField.TIER,
            ImportField.REGION,
            ImportField.SINCE,
            ImportField.BIRTHDAY,
            ImportField.LANGUAGE,
            ImportField.SEGMENT,
            ImportField.NOTE);

    public CustomersExport(
            Rows rows, TableWriter.Opener files, AuditTrail audit, Transactions transactions, Timekeeper time) {
        this.rows = rows;
        this.files = files;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * @param watch told the rows written
     * @return how many were written; empty when it was cancelled
     */
    public Optional<Integer> write(Path file, StaffMember who, FindingDuplicates.Watch watch) throws IOException {
        NotPermitted.unless(who, Permission.EXPORT_CUSTOMERS);
        transactions.run(() -> audit.add(AuditEntry.of(
                time.now(),
                who,
                Permission.EXPORT_CUSTOMERS,
                who.id(),
                file.getFileName().toString())));
        Optional<Integer> written = Optional.empty();
        try {
            written = written(file, watch);
            return written;
        } finally {
            if (written.isEmpty()) Files.deleteIfExists(file);
        }
    }

    private Optional<Integer> written(Path file, FindingDuplicates.Watch watch) throws IOException {
        try (TableWriter table =
                files.create(file, COLUMNS.stream().map(ImportField::heading).toList())) {
            Optional<UUID> last = Optional.empty();
            int count = 0;
            while (true) {
                Optional<UUID> from = last;
                List<Row> page = transactions.call(() -> rows.after(from, PAGE));
                for (Row row : page) table.row(row.cells());
                count += page.size();
                if (!watch.goOn(count)) return Optional.empty();
                if (page.size() < PAGE) return Optional.of(count);
                last = Optional.of(page.getLast().id());
            }
        }
    }
}
