package amends.promise;

import amends.kernel.StoreUnavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One step of a promise with the note of it, once. Joins the caller's transaction. */
final class PromiseKeeping {
    private final Promises promises;

    PromiseKeeping(Promises promises) {
        this.promises = promises;
    }

    sealed interface Result {
        record Changed(Promise promise) implements Result {}

        /** The same was done before. */
        record Before() implements Result {}

        record Ignored(String reason) implements Result {}
    }

    Result step(Promise before, PromiseStep step, PromiseEvent event) {
        if (promises.eventsOf(before.id()).stream().anyMatch(e -> e.id().equals(event.id())))
            return new Result.Before();
        return switch (PromiseCourse.next(before, step)) {
            case PromiseCourse.Next.Ignored(var reason) -> new Result.Ignored(reason);
            case PromiseCourse.Next.Changed(var now) -> {
                if (!promises.change(before, now))
                    throw new StoreUnavailable("promise " + before.code() + " was changed by another meanwhile", null);
                promises.note(event);
                yield new Result.Changed(now);
            }
        };
    }

    static PromiseEvent event(UUID id, Promise promise, PromiseStep step, Optional<UUID> who) {
        return new PromiseEvent(id, promise.id(), step.act(), step.at(), Optional.empty(), false, who, words(step));
    }

    /** Of what happens by the clock. */
    static PromiseEvent event(UUID id, Promise promise, PromiseStep step, Instant planned, boolean late) {
        return new PromiseEvent(
                id, promise.id(), step.act(), step.at(), Optional.of(planned), late, Optional.empty(), "");
    }

    private static String words(PromiseStep step) {
        return amends.kernel.PlainText.line(step.words(), PromiseEvent.MOST_WORDS);
    }
}
