package amends.app;

import amends.promise.BrokenPromises;
import amends.promise.Promise;
import amends.recovery.Evidence;
import amends.recovery.Failure;
import amends.recovery.Failures;
import amends.recovery.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A promise that was not kept is something we owe; one that was, and was only told late, is not. */
record BrokenWord(Failures failures) implements BrokenPromises {
    @Override
    public void broken(Promise promise, Instant at) {
        if (isSomebodys(promise)) failures.add(failure(promise, at));
    }

    /** What is owed to a caller of whom nothing is known went wrong for nobody who would be found. */
    private static boolean isSomebodys(Promise promise) {
        return promise.to().customer().isPresent() || promise.to().number().isPresent();
    }

    private static Failure failure(Promise promise, Instant at) {
        return Failure.of(
                new Evidence.PromiseBroken(promise.id(), promise.due()),
                at,
                promise.to().customer(),
                promise.to().number());
    }

    @Override
    public void keptAfterAll(Promise promise, Instant at) {
        if (!isSomebodys(promise)) return;
        UUID by = promise.owner().person().orElse(promise.maker());
        failures.settle(
                List.of(failure(promise, at).id()),
                new Settlement(
                        Settlement.Means.WRITTEN_OFF,
                        by,
                        at,
                        Optional.empty(),
                        "promise " + promise.code() + " was kept in time and told late"));
    }
}
