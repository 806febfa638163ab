package amends.readiness;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.readiness.PlanCourse.Because;
import amends.readiness.PlanCourse.Next;
import amends.readiness.PlanCourse.Step;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a member does with plans: everybody may read them, a lead writes and switches. Blocks; any thread. */
public final class PlanSwitching {
    private static final int MOST_RUNS = 20;
    private final Store store;
    private final StaffMember member;
    private final Timekeeper time;

    public record Store(Plans plans, Duties duties, AuditTrail audit, Transactions transactions) {}

    public PlanSwitching(Store store, StaffMember member, Timekeeper time) {
        this.store = store;
        this.member = member;
        this.time = time;
    }

    /** What became of a wish. */
    public sealed interface Answer {
        /** @param run what it did, when it was switched off */
        record Done(Plan plan, Optional<PlanRun> run) implements Answer {}

        record Refused(Because why) implements Answer {}
    }

    /** @param runs the latest first */
    public record Board(List<Plan> plans, List<PlanRun> runs) {
        public static final Board EMPTY = new Board(List.of(), List.of());
    }

    public Board board() {
        return store.transactions()
                .call(() -> new Board(store.plans().all(), store.plans().runs(MOST_RUNS)));
    }

    public boolean maySwitch() {
        return Permission.SWITCH_PLAN.isGivenTo(member);
    }

    /** A new one to be written; kept with {@link #write}. */
    public Plan blank() {
        return Plan.blank(Ids.next(), member.id(), time.now());
    }

    /** @param draft as it was read, with what was changed; of version 0 a new one */
    public Answer write(Plan draft) {
        return change(draft.id(), draft.version(), Optional.of(draft), new Step.Write(draft));
    }

    public Answer switchOn(Plan plan) {
        return change(plan.id(), plan.version(), Optional.empty(), new Step.SwitchOn(Ids.next()));
    }

    public Answer switchOff(Plan plan) {
        return change(plan.id(), plan.version(), Optional.empty(), new Step.SwitchOff());
    }

    public Answer retire(Plan plan) {
        return change(plan.id(), plan.version(), Optional.empty(), new Step.Retire());
    }

    private Answer change(UUID id, long version, Optional<Plan> asNew, Step step) {
        if (!maySwitch()) return new Answer.Refused(Because.NOT_ALLOWED);
        return store.transactions().call(() -> {
            Optional<Plan> there = store.plans().byId(id).or(() -> asNew.filter(p -> p.version() == 0));
            if (there.isEmpty()) return new Answer.Refused(Because.CHANGED_MEANWHILE);
            // Switching off does not wait for whoever edits: it is what is wanted in a hurry.
            if (there.get().version() != version && !(step instanceof Step.SwitchOff))
                return new Answer.Refused(Because.CHANGED_MEANWHILE);
            return switch (PlanCourse.next(there.get(), step, member.id(), time.now())) {
                case Next.Refused(Because why) -> new Answer.Refused(why);
                case Next.Changed(Plan next) -> kept(there.get(), next, step);
            };
        });
    }

    private Answer kept(Plan before, Plan next, Step step) {
        Optional<Plan> kept = store.plans().save(next);
        if (kept.isEmpty()) return new Answer.Refused(Because.CHANGED_MEANWHILE);
        Instant now = time.now();
        if (step instanceof Step.SwitchOn(UUID run)) {
            store.plans().began(run, next.id(), member.id(), now);
            store.duties().add(new Duty(Ids.named("plan notices:" + run), PlanNotices.KIND, run, now, 0));
        }
        Optional<UUID> ended = step instanceof Step.SwitchOff ? before.run() : Optional.empty();
        ended.ifPresent(run -> store.plans().ended(run, member.id(), now));
        store.audit()
                .add(AuditEntry.of(
                        now,
                        member,
                        Permission.SWITCH_PLAN,
                        next.id(),
                        step.getClass().getSimpleName()));
        return new Answer.Done(kept.get(), ended.flatMap(store.plans()::run));
    }
}
