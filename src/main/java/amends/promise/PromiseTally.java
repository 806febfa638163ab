package amends.promise;

import java.util.OptionalDouble;

/**
 * How somebody kept what was promised.
 *
 * @param kept in time @param late kept, but late @param broken given up @param overdue neither kept nor given up
 * @param withdrawn with the customer's consent: neither kept nor broken @param open not due yet
 */
public record PromiseTally(PromiseOwner owner, int kept, int late, int broken, int overdue, int withdrawn, int open) {
    /** The share that was kept in time of those whose time is over; empty when there are none. */
    public OptionalDouble keptRate() {
        int over = kept + late + broken + overdue;
        return over == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) kept / over);
    }
}
