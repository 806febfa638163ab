package amends.compensation;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;

/** Ends a request that nobody decided in time: what it would have paid for can be asked for anew. */
public final class GrantExpiry implements DutyHandler {
    static final String KIND = "expire-compensation";
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
        ledger.byId(duty.subject()).ifPresent(grant -> {
            if (GrantCourse.next(grant, new GrantStep.Expire(), time.now())
                            instanceof GrantCourse.Next.Changed(var ended)
                    && ledger.change(ended, grant)) ledger.release(grant.id());
        });
        return new Result.Done();
    }
}
