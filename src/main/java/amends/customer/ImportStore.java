package amends.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where rows wait until all are there, and then become customers in one step. Blocks; joins the caller's transaction.
 */
public interface ImportStore {
    void begin(CustomerImport.Ask ask, UUID id, Instant at);

    /**
     * Which of the rows do not fit who is there.
     *
     * @param seen the line that each known customer had first; those of these rows are added
     */
    List<Misfit> misfits(String source, boolean changeKnown, List<ImportedCustomer> rows, Map<UUID, Integer> seen);

    /** Rows on their way, some hundred at a time, without their {@link #misfits}, which are told. */
    List<Misfit> stage(
            UUID id, String source, boolean changeKnown, List<ImportedCustomer> rows, Map<UUID, Integer> seen);

    /** A row that cannot be taken in because of who is there. */
    sealed interface Misfit {
        ImportedCustomer row();

        ImportProblem problem();
    }

    /** A row that fits two customers. */
    record Torn(ImportedCustomer row, UUID one, UUID another) implements Misfit {
        @Override
        public ImportProblem problem() {
            return ImportProblem.TWO_CUSTOMERS;
        }
    }

    /** A row that fits the same known customer as an earlier one: which of the two is right nobody knows. */
    record Again(ImportedCustomer row) implements Misfit {
        @Override
        public ImportProblem problem() {
            return ImportProblem.CUSTOMER_TWICE;
        }
    }

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
