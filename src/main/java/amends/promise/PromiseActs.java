package amends.promise;

import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do to promises, each act one transaction with what follows from it. Blocks. An act that does not fit any
 * more (another desk was first) is refused with its reason, and nothing changes.
 */
public final class PromiseActs {
    private static final Logger LOG = LoggerFactory.getLogger(PromiseActs.class);
    private final PromiseStore store;
    private final PromiseRules rules;
    private final BrokenPromises broken;
    private final PromiseKeeping keeping;

    public PromiseActs(PromiseStore store, PromiseRules rules, BrokenPromises broken) {
        this.store = store;
        this.rules = rules;
        this.broken = broken;
        keeping = new PromiseKeeping(store.promises());
    }

    public sealed interface Outcome {
        record Done(Promise promise) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    public enum Reason {
        NOT_YOURS,
        /** Somebody was first, or the step does not fit. */
        NOT_NOW,
        /** It is to be handed over to nobody. */
        NOBODY_OWNS
    }

    /**
     * @param act the id of this act: told twice, it happens once
     * @param who does it
     */
    public Outcome step(UUID act, UUID promise, StaffMember who, PromiseStep step) {
        NotPermitted.unless(who, Permission.KEEP_PROMISE);
        return store.transactions().call(() -> {
            Optional<Promise> before = store.promises().byId(promise);
            if (before.isEmpty() || !mayTouch(before.get(), who)) return new Outcome.Refused(Reason.NOT_YOURS);
            if (step instanceof PromiseStep.HandOver(var at, var to, var why) && !isThere(to))
                return new Outcome.Refused(Reason.NOBODY_OWNS);
            return changed(act, before.get(), who, step);
        });
    }

    private Outcome changed(UUID act, Promise before, StaffMember who, PromiseStep step) {
        var event = PromiseKeeping.event(act, before, step, Optional.of(who.id()));
        return switch (keeping.step(before, step, event)) {
            case PromiseKeeping.Result.Changed(var now) -> {
                follow(before, now, step);
                yield new Outcome.Done(now);
            }
            case PromiseKeeping.Result.Before b -> new Outcome.Done(before);
            case PromiseKeeping.Result.Ignored(var reason) -> {
                LOG.info("{}", reason);
                yield new Outcome.Refused(Reason.NOT_NOW);
            }
        };
    }

    private void follow(Promise before, Promise now, PromiseStep step) {
        boolean wasOverdue = before.state() == Promise.State.OVERDUE;
        switch (now.state()) {
            case BROKEN, KEPT_LATE -> broken.broken(now, step.at());
            case KEPT -> {
                if (wasOverdue) broken.keptAfterAll(now, step.at());
            }
            case OPEN, OVERDUE, WITHDRAWN -> {}
        }
    }

    private static boolean mayTouch(Promise promise, StaffMember who) {
        return promise.isWith(who.id())
                || promise.maker().equals(who.id())
                || Permission.SEE_ALL_PROMISES.isGivenTo(who);
    }

    private boolean isThere(PromiseOwner to) {
        return switch (to) {
            case PromiseOwner.Person(var member) -> store.staff().byId(member).isPresent();
            case PromiseOwner.Team(var code) -> rules.department(code).isPresent();
        };
    }
}
