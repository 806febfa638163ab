package amends.promise;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import amends.promise.PromiseKeeping.Result.Before;
import amends.promise.PromiseKeeping.Result.Changed;
import amends.promise.PromiseKeeping.Result.Ignored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to promises by the clock: the owner is reminded, and what is not kept in its time is overdue, which we
 * owe from then on. Each happens once, in one transaction with the duty's end; what happens well after its time is
 * marked so. Whether its time has come is the database's clock to say, which gives the duties out; a clock that is put
 * back afterwards takes nothing back.
 */
public final class PromiseClock implements DutyHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PromiseClock.class);
    /** From when on it is marked late; a house that is on is never so slow. */
    public static final Duration LATE_AFTER = Duration.ofSeconds(30);

    private final String kind;
    private final Function<Instant, PromiseStep> step;
    private final PromiseStore store;
    private final PromiseKeeping keeping;
    private final BrokenPromises broken;
    private final Timekeeper time;

    private PromiseClock(
            String kind,
            Function<Instant, PromiseStep> step,
            PromiseStore store,
            BrokenPromises broken,
            Timekeeper time) {
        this.kind = kind;
        this.step = step;
        this.store = store;
        this.broken = broken;
        this.time = time;
        keeping = new PromiseKeeping(store.promises());
    }

    /** One for each kind of duty. */
    public static List<DutyHandler> handlers(PromiseStore store, BrokenPromises broken, Timekeeper time) {
        return List.of(
                new PromiseClock(PromiseDuties.REMINDS, PromiseStep.Remind::new, store, broken, time),
                new PromiseClock(PromiseDuties.FALLS_DUE, PromiseStep.FallDue::new, store, broken, time));
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean isTransaction() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        return store.promises()
                .byId(duty.subject())
                .map(promise -> happen(promise, duty))
                .orElseGet(() -> new Result.GivenUp("no such promise"));
    }

    private Result happen(Promise promise, Duty duty) {
        Instant now = time.now();
        PromiseStep wanted = step.apply(now);
        boolean late = now.isAfter(duty.due().plus(LATE_AFTER));
        var event = PromiseKeeping.event(PromiseDuties.id(kind, promise.id()), promise, wanted, duty.due(), late);
        switch (keeping.step(promise, wanted, event)) {
            case Changed(var changed) -> {
                if (changed.state() == Promise.State.OVERDUE && wanted instanceof PromiseStep.FallDue)
                    broken.broken(changed, now);
            }
            case Before b -> LOG.debug("promise {}: {} was before", promise.code(), kind);
            case Ignored(var reason) -> LOG.debug("{}", reason);
        }
        return new Result.Done();
    }
}
