package amends.promise;

import amends.kernel.Cancellable;
import amends.promise.PromiseMaking.Outcome.Refused;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * This member's promises at their desk. Called, and tells, on the call loop; stores elsewhere, so a call never waits
 * for it.
 */
public interface PromiseHandling {
    PromiseBoard board();

    PromiseRules rules();

    /** Until when that could be promised now, from how long such things took. Any thread; answers at once. */
    DueSuggesting.Suggestion suggest(PromiseKind kind, PromiseOwner owner);

    /** Why this would be an empty promise, as far as the desk knows. Any thread; answers at once. */
    Optional<Refused> refusal(PromiseWish wish);

    /** Gives the promise, once per id; what becomes of it stands on the board. */
    void make(PromiseWish wish);

    /** Something happens to a promise; what does not fit is told on the board. */
    void step(UUID promise, PromiseStep step);

    /** Asks the database again: others may have changed something. */
    void refresh();

    Cancellable onChange(Consumer<PromiseBoard> listener);
}
