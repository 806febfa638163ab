package amends.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where rows wait until all are there, and then become customers in one step. Blocks; joins the caller's transaction.
 */
public interface ImportStore {
    void begin(CustomerImport.Ask ask, UUID id, Instant at);

    /** Rows on their way, some hundred at a time. @return those of them that fit two customers, with both */
    List<Torn> stage(UUID id, String source, boolean changeKnown, List<ImportedCustomer> rows);

    /** A row that fits two customers. */
    record Torn(ImportedCustomer row, UUID one, UUID another) {}

    /** All rows become customers at once. */
    Counts apply(UUID id, CustomerImport.Ask ask, Instant at);

    /** What waited is not needed any more; in steps of its own, so that nobody waits for long. */
    void clear(UUID id);

    /** Nothing of it stays. */
    void discard(UUID id, Instant at);

    /** Removes what imports that died left on its way. */
    void tidy(Instant before);

    record Counts(int added, int changed) {}
}
