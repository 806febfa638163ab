package amends.promise;

import java.time.Instant;

/** Who wants to know of promises that were not kept: what we owe. Joins the transaction in which it happens. */
public interface BrokenPromises {
    /** Told once or more often of the same promise. */
    void broken(Promise promise, Instant at);

    /** It was kept in time after all, and only told late. */
    void keptAfterAll(Promise promise, Instant at);

    BrokenPromises NOBODY = new BrokenPromises() {
        @Override
        public void broken(Promise promise, Instant at) {}

        @Override
        public void keptAfterAll(Promise promise, Instant at) {}
    };
}
