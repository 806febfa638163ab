package amends.promise;

import amends.staff.StaffMember;
import java.util.List;

/**
 * Finds the promise of a customer who tells its code. That is a look at that customer: it stands in the audit trail
 * first, and too many in a short time are refused, a code that is nobody's counted too. Blocks; opens transactions of
 * its own, so never inside one.
 */
public interface PromiseGate {
    Answer find(String typed, StaffMember who);

    sealed interface Answer {
        /** @param course what happened to it, oldest first */
        record Found(Promise promise, List<PromiseEvent> course) implements Answer {}

        /** No promise has that code. */
        record Nothing(String code) implements Answer {}

        /** It cannot be a code. */
        record NoCode() implements Answer {}

        record TooManyLooks() implements Answer {}
    }
}
