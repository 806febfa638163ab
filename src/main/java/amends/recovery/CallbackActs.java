package amends.recovery;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.recovery.Settlement.Means;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done to callbacks, each act one transaction with what follows from it. Blocks. An act that does not fit any
 * more (another desk was first) is logged and ignored.
 */
public final class CallbackActs {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackActs.class);
    private static final int MOST_TRIES = 5;
    private final RecoveryStore store;
    private final CallbackRules rules;
    private final CallbackDuties duties;
    private final Timekeeper time;

    public CallbackActs(RecoveryStore store, CallbackRules rules, Timekeeper time) {
        this.store = store;
        this.rules = rules;
        this.time = time;
        duties = new CallbackDuties(store.duties());
    }

    /** Somebody calls the customer. @param began when the desk dialled */
    public void begin(UUID callback, Instant began) {
        store.transactions()
                .run(() -> step(callback, new CallbackStep.Begin()).ifPresent(c -> duties.watchAttempt(c, began)));
    }

    /** How an attempt ended, once per attempt. */
    public void end(CallbackAttempt attempt) {
        store.transactions().run(() -> {
            if (!store.callbacks().addAttempt(attempt)) return;
            boolean begun = store.callbacks()
                    .byId(attempt.callback())
                    .filter(c -> c.state() == Callback.State.ATTEMPTING)
                    .isPresent();
            // What the watch took for a dead desk's call was a long one.
            if (!begun) step(attempt.callback(), new CallbackStep.Begin());
            switch (attempt.outcome()) {
                case NOT_REACHED -> missed(attempt);
                case SETTLED -> reached(attempt, true);
                case NOT_SETTLED -> reached(attempt, false);
            }
        });
    }

    private void missed(CallbackAttempt attempt) {
        step(attempt.callback(), new CallbackStep.Miss()).ifPresent(c -> {
            if (c.attempts() >= rules.mostAttempts()) step(c.id(), new CallbackStep.Expire());
            else
                step(c.id(), new CallbackStep.Schedule(rules.nextAttempt(c.attempts(), attempt.ended())))
                        .ifPresent(duties::watchDue);
        });
    }

    private void reached(CallbackAttempt attempt, boolean settled) {
        step(attempt.callback(), new CallbackStep.Reach(settled)).ifPresent(callback -> {
            Instant at = attempt.ended();
            if (settled) {
                step(callback.complaint(), List.of(new ComplaintStep.Respond(at)));
                settleWhatWasOwed(callback, attempt);
                return;
            }
            step(
                    callback.complaint(),
                    List.of(
                            new ComplaintStep.Acknowledge(at),
                            new ComplaintStep.Assess(at),
                            new ComplaintStep.Investigate(at)));
            callAgain(callback, at);
        });
    }

    private void settleWhatWasOwed(Callback callback, CallbackAttempt attempt) {
        Set<UUID> owed = new HashSet<>(store.complaints().failuresOf(callback.complaint()));
        for (Callback each : store.callbacks().ofComplaint(callback.complaint()))
            if (each.late())
                owed.add(LateCallbacks.failure(each, attempt.ended()).id());
        String words = store.complaints()
                .byId(callback.complaint())
                .map(c -> "complaint #" + c.number() + ", called back")
                .orElse("called back");
        store.failures()
                .settle(
                        owed,
                        new Settlement(Means.APOLOGISED, attempt.agent(), attempt.ended(), attempt.contact(), words));
    }

    /** What is not put right yet needs another promise, or nobody would call. */
    private void callAgain(Callback before, Instant at) {
        store.complaints().byId(before.complaint()).ifPresent(complaint -> {
            Callback next = Callback.of(
                    Ids.named("callback after:" + before.id()), complaint, before.number(), rules.nextDay(at));
            store.callbacks().add(next);
            duties.watchDue(next);
        });
    }

    /** Another time, as the customer wishes. */
    public void move(UUID callback, Instant due) {
        store.transactions()
                .run(() -> step(callback, new CallbackStep.Schedule(due)).ifPresent(duties::watchDue));
    }

    /** At the start of a desk: what this member's last desk was calling when it died. */
    public void takeBack(StaffMember member) {
        store.transactions()
                .run(() -> store.callbacks()
                        .attemptingOf(member.id())
                        .forEach(c -> step(c.id(), new CallbackStep.DeskDied())
                                .ifPresent(back -> LOG.info("callback {}: its desk died, it is due again", c.id()))));
    }

    private Optional<Callback> step(UUID id, CallbackStep step) {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            Optional<Callback> before = store.callbacks().byId(id);
            if (before.isEmpty()) return Optional.empty();
            switch (CallbackCourse.next(before.get(), step)) {
                case CallbackCourse.Next.Changed(var now) -> {
                    if (store.callbacks().change(before.get(), now)) return Optional.of(now);
                }
                case CallbackCourse.Next.Ignored(var reason) -> {
                    LOG.info("callback {}: {}", id, reason);
                    return Optional.empty();
                }
            }
        }
        throw new IllegalStateException("callback " + id + " was changed again and again");
    }

    private void step(UUID complaint, List<ComplaintStep> steps) {
        for (ComplaintStep step : steps)
            store.complaints().byId(complaint).ifPresent(before -> {
                switch (ComplaintCourse.next(before, step)) {
                    case ComplaintCourse.Next.Changed(var now) -> {
                        if (!store.complaints().change(now, before.state()))
                            LOG.warn("complaint #{} was changed by another meanwhile", before.number());
                    }
                    case ComplaintCourse.Next.Ignored(var reason) -> LOG.debug(reason);
                }
            });
    }

    Timekeeper time() {
        return time;
    }
}
