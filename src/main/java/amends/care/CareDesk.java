package amends.care;

import amends.care.CareCourse.Because;
import amends.care.CareCourse.Next;
import amends.care.CareCourse.Step;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a member does with the calls of care. Blocks; any thread. Two desks never have the same call. */
public final class CareDesk {
    private static final int MOST = 100;
    private final Store store;
    private final StaffMember member;
    private final Timekeeper time;

    public record Store(CareCalls calls, LeavingList leaving, AuditTrail audit, Transactions transactions) {}

    public CareDesk(Store store, StaffMember member, Timekeeper time) {
        this.store = store;
        this.member = member;
        this.time = time;
    }

    /** What became of a wish. */
    public sealed interface Answer {
        record Done(CareCall call) implements Answer {}

        record Refused(Because why) implements Answer {}

        record NotAllowed() implements Answer {}

        /** There is no such call. */
        record Gone() implements Answer {}
    }

    /** @param leaving of all customers, for who leads a team only */
    public record Board(List<CareCall> calls, Optional<CareDraw> draw, List<Leaving> leaving) {
        public static final Board EMPTY = new Board(List.of(), Optional.empty(), List.of());
    }

    public Board board() {
        if (!Permission.MAKE_CARE_CALL.isGivenTo(member)) return Board.EMPTY;
        return store.transactions()
                .call(() -> new Board(
                        store.calls().open(MOST),
                        store.calls().latestDraw(),
                        Permission.SEE_WHO_MAY_LEAVE.isGivenTo(member)
                                ? store.leaving().likeliest(MOST)
                                : List.of()));
    }

    /** Whether whoever is spoken with is likely to leave; for the call at hand. */
    public Optional<Leaving> of(UUID customer) {
        return Permission.LOOK_AT_CUSTOMER.isGivenTo(member) ? store.leaving().of(customer) : Optional.empty();
    }

    public Answer take(UUID call) {
        return step(call, new Step.Take(member.id()));
    }

    public Answer giveBack(UUID call) {
        return step(call, new Step.GiveBack(member.id()));
    }

    public Answer notReached(UUID call) {
        return step(call, new Step.NoAnswer(member.id()));
    }

    public Answer spoken(UUID call, CareCall.Outcome what, String words) {
        return step(call, new Step.Spoken(member.id(), what, words));
    }

    private Answer step(UUID id, Step step) {
        if (!Permission.MAKE_CARE_CALL.isGivenTo(member)) return new Answer.NotAllowed();
        return store.transactions().call(() -> {
            Optional<CareCall> there = store.calls().careCall(id);
            if (there.isEmpty()) return new Answer.Gone();
            return switch (CareCourse.next(there.get(), step, time.now())) {
                case Next.Refused(var why) -> new Answer.Refused(why);
                case Next.Changed(var next) -> changed(there.get(), next, step);
            };
        });
    }

    private Answer changed(CareCall before, CareCall next, Step step) {
        if (!store.calls().change(before, next, time.now())) return new Answer.Refused(Because.TAKEN_BY_ANOTHER);
        store.audit()
                .add(AuditEntry.of(
                        time.now(),
                        member,
                        Permission.MAKE_CARE_CALL,
                        next.customer(),
                        step.getClass().getSimpleName()));
        return new Answer.Done(next);
    }
}
