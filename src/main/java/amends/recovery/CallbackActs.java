package amends.recovery;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.recovery.Settlement.Means;
import amends.staff.Permission;
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
    private final CustomerNews news;
    private final CustomerHours hours;
    private final ComplaintStepping stepping;

    /** Of a house that writes to nobody and knows nobody's hours. */
    public CallbackActs(RecoveryStore store, CallbackRules rules, Timekeeper time) {
        this(store, rules, ComplaintRules.usual(rules.zone()), CustomerNews.NONE, CustomerHours.UNKNOWN, time);
    }

    public CallbackActs(
            RecoveryStore store,
            CallbackRules rules,
            ComplaintRules complaints,
            CustomerNews news,
            CustomerHours hours,
            Timekeeper time) {
        this.store = store;
        this.rules = rules;
        this.news = news;
        this.hours = hours;
        this.time = time;
        duties = new CallbackDuties(store.duties());
        stepping = new ComplaintStepping(store, complaints);
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
                step(c.id(), new CallbackStep.Schedule(nextAttempt(c, attempt.ended())))
                        .ifPresent(duties::watchDue);
        });
    }

    private Instant nextAttempt(Callback callback, Instant now) {
        List<Instant> tried = store.callbacks().attemptsOf(callback.id()).stream()
                .map(CallbackAttempt::began)
                .toList();
        return rulesFor(callback.customer()).nextAttempt(callback.attempts(), now, tried);
    }

    private CallbackRules rulesFor(Optional<UUID> customer) {
        return customer.flatMap(hours::of).map(rules::in).orElse(rules);
    }

    private void reached(CallbackAttempt attempt, boolean settled) {
        step(attempt.callback(), new CallbackStep.Reach(settled)).ifPresent(callback -> {
            Instant at = attempt.ended();
            if (settled) {
                step(callback.complaint(), List.of(new ComplaintStep.Respond(at)));
                confirm(callback, attempt);
                settleWhatWasOwed(callback, attempt);
                return;
            }
            step(
                    callback.complaint(),
                    List.of(
                            new ComplaintStep.Acknowledge(at),
                            new ComplaintStep.Investigate(at),
                            new ComplaintStep.Tell(at)));
            confirm(callback, attempt);
            callAgain(callback, at);
        });
    }

    /** What was said on the telephone is told in writing too, and stands in the complaint's history. */
    private void confirm(Callback callback, CallbackAttempt attempt) {
        store.complaints().byId(callback.complaint()).ifPresent(complaint -> {
            stepping.note(
                    complaint,
                    attempt.ended(),
                    Optional.of(attempt.agent()),
                    ComplaintEvent.Act.CALLED_BACK,
                    attempt.outcome().name());
            news.tell(complaint, CustomerNews.Occasion.CALLED_BACK, attempt.id().toString(), attempt.ended());
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
                    Ids.named("callback after:" + before.id()),
                    complaint,
                    before.number(),
                    rulesFor(before.customer()).nextDay(at));
            store.callbacks().add(next);
            duties.watchDue(next);
        });
    }

    /** Another time, as the customer wishes. */
    public void move(UUID callback, Instant due) {
        store.transactions()
                .run(() -> step(callback, new CallbackStep.Schedule(due)).ifPresent(duties::watchDue));
    }

    /**
     * Gives a callback to another.
     *
     * @param by whose it is, or who may see to anybody's
     * @param words what they must know; not blank
     */
    public CallbackChange handOver(StaffMember by, UUID callback, StaffMember to, String words) {
        if (words.isBlank()) return CallbackChange.NO_WORDS;
        if (!Permission.HANDLE_CALLBACK.isGivenTo(to)) return CallbackChange.NOT_FOR_THEM;
        return changed(by, callback, new CallbackStep.HandOver(to.id(), words));
    }

    /** How satisfied the customer says they are, 1 to 5. */
    public CallbackChange score(StaffMember by, UUID callback, Optional<Integer> before, Optional<Integer> after) {
        return changed(by, callback, new CallbackStep.Score(before, after));
    }

    private CallbackChange changed(StaffMember by, UUID callback, CallbackStep step) {
        return store.transactions().call(() -> {
            Optional<Callback> found = store.callbacks().byId(callback);
            if (found.isEmpty()) return CallbackChange.NO_SUCH;
            boolean mine = found.get().owner().equals(by.id()) && Permission.HANDLE_CALLBACK.isGivenTo(by);
            if (!mine && !Permission.HANDLE_ANY_COMPLAINT.isGivenTo(by)) return CallbackChange.NOT_ALLOWED;
            return step(callback, step).isPresent() ? CallbackChange.DONE : CallbackChange.NOT_NOW;
        });
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
        steps.forEach(step -> stepping.step(complaint, step));
    }

    Timekeeper time() {
        return time;
    }
}
