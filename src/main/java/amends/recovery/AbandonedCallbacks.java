package amends.recovery;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;

/** Gives back a callback whose desk died while calling and was not started again. */
public final class AbandonedCallbacks implements DutyHandler {
    private final RecoveryStore store;

    public AbandonedCallbacks(RecoveryStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return CallbackDuties.ATTEMPT_ENDS;
    }

    @Override
    public boolean isTransaction() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        store.callbacks()
                .byId(duty.subject())
                .filter(c -> CallbackDuties.watches(duty, c))
                .ifPresent(c -> {
                    if (CallbackCourse.next(c, new CallbackStep.DeskDied())
                            instanceof CallbackCourse.Next.Changed(var back))
                        store.callbacks().change(c, back);
                });
        return new Result.Done();
    }
}
