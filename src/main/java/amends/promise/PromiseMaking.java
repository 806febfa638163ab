package amends.promise;

import amends.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/** Where promises are given. Blocks; joins the caller's transaction. */
public interface PromiseMaking {
    /**
     * Keeps the promise, its receipt and what reminds of it, all or nothing, once per id. An empty promise is refused,
     * and nothing is kept.
     */
    Outcome make(PromiseDraft draft);

    sealed interface Outcome {
        /** @param receipt whether a short message with its code goes to the customer */
        record Made(Promise promise, boolean receipt) implements Outcome {}

        /**
         * @param time a time that would do, where the time is what is wrong
         * @param most that may be promised, where the amount is what is wrong
         */
        record Refused(PromiseRefusal reason, Optional<Instant> time, Optional<Money> most) implements Outcome {
            static Refused of(PromiseRefusal reason) {
                return new Refused(reason, Optional.empty(), Optional.empty());
            }
        }
    }
}
