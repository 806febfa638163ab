package amends.recovery;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices at its due time that a callback was not made: from then on it is late, and one failure more is owed. */
public final class LateCallbacks implements DutyHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LateCallbacks.class);
    /** How often a callback that is just being made is looked at again. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RecoveryStore store;
    private final Timekeeper time;

    public LateCallbacks(RecoveryStore store, Timekeeper time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public String kind() {
        return CallbackDuties.FALLS_DUE;
    }

    @Override
    public boolean isTransaction() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        return store.callbacks().byId(duty.subject()).map(c -> look(c, duty)).orElseGet(Result.Done::new);
    }

    private Result look(Callback callback, Duty duty) {
        // A callback that moved to another time has another duty for it.
        if (!callback.state().isOpen() || callback.due().isAfter(duty.due())) return new Result.Done();
        if (callback.state() == Callback.State.ATTEMPTING) return new Result.Again(PATIENCE, "it is being made");
        if (!(CallbackCourse.next(callback, new CallbackStep.FallDue())
                instanceof CallbackCourse.Next.Changed(var late))) return new Result.Done();
        if (!store.callbacks().change(callback, late)) return new Result.Again(Duration.ofSeconds(1), "it changed");
        if (store.failures().add(failure(callback, time.now()))) LOG.info("callback {} is late", callback.id());
        return new Result.Done();
    }

    /** Its id is the same whenever it is made: a callback is late once. */
    static Failure failure(Callback callback, Instant at) {
        return Failure.of(
                new Evidence.CallbackLate(callback.id(), callback.due()),
                at,
                callback.customer(),
                Optional.of(callback.number()));
    }
}
