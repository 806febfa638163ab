package amends.recovery;

import amends.kernel.Timekeeper;
import amends.recovery.ComplaintEvent.Act;
import amends.recovery.ComplaintOutcome.Done;
import amends.recovery.ComplaintOutcome.Reason;
import amends.recovery.ComplaintOutcome.Refused;
import amends.recovery.CustomerNews.Occasion;
import amends.recovery.Settlement.Means;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What people do about complaints, each act one transaction with what follows from it: the clocks' duties, what the
 * customer is told, the history. Blocks. What does not fit is refused with the reason, and nothing is changed.
 */
public final class ComplaintActs {
    private final ComplaintStore parts;
    private final RecoveryStore store;
    private final Timekeeper time;
    private final ComplaintStepping stepping;

    public ComplaintActs(ComplaintStore parts) {
        this.parts = parts;
        store = parts.store();
        time = parts.time();
        stepping = new ComplaintStepping(store, parts.rules());
    }

    /** The customer was told that it came; by short message too where that can be. */
    public ComplaintOutcome acknowledge(StaffMember by, UUID complaint) {
        return act(
                by,
                complaint,
                c -> step(c, new ComplaintStep.Acknowledge(now()), by, Act.ACKNOWLEDGED, "")
                        .map(next -> told(next, Occasion.ACKNOWLEDGED, "")));
    }

    /** What was written down was read to the customer, who said that it is right. */
    public ComplaintOutcome readBack(StaffMember by, UUID complaint) {
        return act(by, complaint, c -> step(c, new ComplaintStep.ReadBack(now()), by, Act.READ_BACK, ""));
    }

    public ComplaintOutcome assess(StaffMember by, UUID complaint, Assessment as) {
        if (parts.scheme().cause(as.cause()).isEmpty()) return new Refused(Reason.UNKNOWN_CAUSE);
        if (as.business().filter(b -> parts.scheme().business(b).isEmpty()).isPresent())
            return new Refused(Reason.UNKNOWN_BUSINESS);
        if (as.unit().filter(u -> parts.scheme().unit(u).isEmpty()).isPresent())
            return new Refused(Reason.UNKNOWN_UNIT);
        String words = as.cause() + ", " + as.severity() + ", " + as.expectation();
        return act(by, complaint, c -> step(c, new ComplaintStep.Assess(now(), as), by, Act.ASSESSED, words));
    }

    /** @param words who looks into what, when and where; may be empty */
    public ComplaintOutcome investigate(StaffMember by, UUID complaint, String words) {
        return act(by, complaint, c -> step(c, new ComplaintStep.Investigate(now()), by, Act.INVESTIGATED, words));
    }

    /** The customer was told how it stands, by telephone or otherwise. */
    public ComplaintOutcome tell(StaffMember by, UUID complaint, String words) {
        return act(by, complaint, c -> step(c, new ComplaintStep.Tell(now()), by, Act.TOLD, words));
    }

    /** @param answer as the customer has it, in words */
    public ComplaintOutcome respond(StaffMember by, UUID complaint, String answer) {
        if (answer.isBlank()) return new Refused(Reason.NO_WORDS);
        return act(
                by,
                complaint,
                c -> step(c, new ComplaintStep.Respond(now(), answer), by, Act.RESPONDED, answer)
                        .map(next -> told(next, Occasion.ANSWERED, "")));
    }

    /** The customer agrees, or did not object: what was owed is settled with it. */
    public ComplaintOutcome close(StaffMember by, UUID complaint, String words) {
        return act(
                by,
                complaint,
                c -> step(c, new ComplaintStep.Close(now()), by, Act.CLOSED, words)
                        .map(next -> {
                            settle(by, next);
                            return told(next, Occasion.CLOSED, "");
                        }));
    }

    private void settle(StaffMember by, Complaint complaint) {
        store.failures()
                .settle(
                        store.complaints().failuresOf(complaint.id()),
                        new Settlement(
                                Means.PUT_RIGHT,
                                by.id(),
                                now(),
                                Optional.empty(),
                                "complaint #" + complaint.number() + ", closed"));
    }

    /** @param why what does not hold */
    public ComplaintOutcome reopen(StaffMember by, UUID complaint, String why) {
        if (why.isBlank()) return new Refused(Reason.NO_WORDS);
        return act(
                by,
                complaint,
                c -> step(c, new ComplaintStep.Reopen(now()), by, Act.REOPENED, why)
                        .map(next -> told(next, Occasion.REOPENED, "")));
    }

    /** A week after: whether the answer held. What did not hold begins again. */
    public ComplaintOutcome asked(StaffMember by, UUID complaint, boolean held, String words) {
        return act(
                by,
                complaint,
                c -> step(c, new ComplaintStep.Asked(now(), held), by, held ? Act.HELD : Act.DID_NOT_HOLD, words)
                        .map(next -> held ? next : told(next, Occasion.REOPENED, "")));
    }

    /** What the customer thought of the handling, as they said it. */
    public ComplaintOutcome rate(StaffMember by, UUID complaint, HandlingRating as) {
        String words = as.timely() + " " + as.reasonable() + " " + as.fair();
        return act(by, complaint, c -> step(c, new ComplaintStep.Rate(now(), as), by, Act.RATED, words));
    }

    /** A remark for whoever reads the history. */
    public ComplaintOutcome note(StaffMember by, UUID complaint, String words) {
        if (words.isBlank()) return new Refused(Reason.NO_WORDS);
        return act(by, complaint, c -> {
            stepping.note(c, now(), Optional.of(by.id()), Act.NOTE, words);
            return Optional.of(c);
        });
    }

    /** The owner looks at what they were given. Without effect for everybody else. */
    public void see(StaffMember by, UUID complaint) {
        store.transactions()
                .run(() -> store.complaints()
                        .byId(complaint)
                        .filter(c -> c.owner().equals(by.id()) && c.file().unseen())
                        .ifPresent(c -> stepping.step(c.id(), new ComplaintStep.See(now()))));
    }

    /**
     * Gives it to another, with their callbacks. Once to a colleague; whoever cannot go on either gives it to a lead.
     *
     * @param words why, and what there is to know
     */
    public ComplaintOutcome handOver(StaffMember by, UUID complaint, UUID to, String words) {
        if (words.isBlank()) return new Refused(Reason.NO_WORDS);
        Optional<StaffMember> next = parts.staff().byId(to).filter(Permission.HANDLE_COMPLAINT::isGivenTo);
        if (next.isEmpty()) return new Refused(Reason.NOT_FOR_THEM);
        boolean mayHaveMany = Permission.HANDLE_ANY_COMPLAINT.isGivenTo(next.get());
        boolean free = mayHaveMany || Permission.HANDLE_ANY_COMPLAINT.isGivenTo(by);
        return judged(by, complaint, c -> {
            if (c.file().handovers() > 0 && !free) return new Refused(Reason.ONLY_TO_LEAD);
            return of(changeHands(by, c, new ComplaintStep.HandOver(now(), to), Act.HANDED_OVER, words));
        });
    }

    /** To an expert: one after the other, by the complaint's number. @param words why */
    public ComplaintOutcome escalate(StaffMember by, UUID complaint, String words) {
        if (words.isBlank()) return new Refused(Reason.NO_WORDS);
        return judged(
                by,
                complaint,
                c -> expert(c)
                        .map(to -> of(changeHands(by, c, new ComplaintStep.Escalate(now(), to), Act.ESCALATED, words)))
                        .orElseGet(() -> new Refused(Reason.NOBODY)));
    }

    private Optional<UUID> expert(Complaint complaint) {
        List<UUID> experts = parts.staff().all().stream()
                .filter(m -> m.roles().contains(Role.EXPERT) && !m.id().equals(complaint.owner()))
                .map(StaffMember::id)
                .sorted(Comparator.naturalOrder())
                .toList();
        return experts.isEmpty() ? Optional.empty() : Optional.of(experts.get(complaint.number() % experts.size()));
    }

    private Optional<Complaint> changeHands(
            StaffMember by, Complaint complaint, ComplaintStep step, Act act, String words) {
        // Told before: whoever gave it away may not write about it any more.
        List<Callback> open = store.callbacks().ofComplaint(complaint.id());
        Optional<Complaint> now = step(complaint, step, by, act, words);
        now.ifPresent(next -> open.stream()
                .filter(c -> c.state().isOpen() && c.owner().equals(complaint.owner()))
                .forEach(c -> handOver(c, next.owner(), words)));
        return now;
    }

    private void handOver(Callback callback, UUID to, String words) {
        if (CallbackCourse.next(callback, new CallbackStep.HandOver(to, words))
                instanceof CallbackCourse.Next.Changed(var given))
            store.callbacks().change(callback, given);
    }

    private Complaint told(Complaint complaint, Occasion occasion, String once) {
        parts.news().tell(complaint, occasion, complaint.file().timesReopened() + ":" + once, now());
        return complaint;
    }

    private Optional<Complaint> step(Complaint complaint, ComplaintStep step, StaffMember by, Act act, String words) {
        return stepping.step(complaint.id(), step, Optional.of(by.id()), act, words);
    }

    private ComplaintOutcome act(StaffMember by, UUID id, Function<Complaint, Optional<Complaint>> work) {
        return judged(by, id, complaint -> of(work.apply(complaint)));
    }

    private static ComplaintOutcome of(Optional<Complaint> changed) {
        return changed.<ComplaintOutcome>map(now -> new Done(now, Optional.empty()))
                .orElseGet(() -> new Refused(Reason.NOT_NOW));
    }

    private ComplaintOutcome judged(StaffMember by, UUID id, Function<Complaint, ComplaintOutcome> work) {
        return store.transactions().call(() -> {
            Optional<Complaint> found = store.complaints().byId(id);
            if (found.isEmpty()) return new Refused(Reason.NO_SUCH);
            return mayHandle(by, found.get()) ? work.apply(found.get()) : new Refused(Reason.NOT_ALLOWED);
        });
    }

    /** Whether this person handles this complaint: their own, or anybody's. */
    static boolean mayHandle(StaffMember by, Complaint complaint) {
        return Permission.HANDLE_ANY_COMPLAINT.isGivenTo(by)
                || Permission.HANDLE_COMPLAINT.isGivenTo(by)
                        && complaint.owner().equals(by.id());
    }

    private Instant now() {
        return time.now();
    }
}
