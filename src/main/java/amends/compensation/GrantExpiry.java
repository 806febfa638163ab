package amends.compensation;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.time.Instant;

/** Ends a request that nobody decided in time: what it would have paid for can be asked for anew. */
public final class GrantExpiry implements DutyHandler {
    static final String KIND = "expire-compensation";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private final Ledger ledger;
    private final Timekeeper time;

    public GrantExpiry(Ledger ledger, Timekeeper time) {
        this.ledger = ledger;
        this.time = time;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isTransaction() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        return ledger.byId(duty.subject())
                .filter(grant -> grant.state().isWaiting())
                .map(this::ended)
                .orElseGet(Result.Done::new);
    }

    private Result ended(Grant grant) {
        Instant now = time.now();
        return switch (GrantCourse.next(grant, new GrantStep.Expire(), now)) {
            case GrantCourse.Next.Ignored early ->
                new Result.Again(beyond(Duration.between(now, grant.expires())), "it waits yet by this clock");
            case GrantCourse.Next.Changed(var ended) -> {
                if (!ledger.change(ended, grant)) yield new Result.Again(PAUSE, "it was changed meanwhile");
                ledger.release(grant.id());
                yield new Result.Done();
            }
        };
    }

    /** The database's clock, which lends the duty out, is ahead by about this much: it must wait on that one too. */
    private static Duration beyond(Duration early) {
        return early.multipliedBy(2).plus(PAUSE);
    }
}
