package amends.recovery;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.recovery.ComplaintClocks.Running;
import amends.recovery.ComplaintEvent.Act;
import amends.recovery.CustomerNews.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the house does about complaints by itself, each a duty carried out exactly once. */
public final class ComplaintWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ComplaintWatch.class);
    private final ComplaintStore parts;
    private final RecoveryStore store;
    private final ComplaintStepping stepping;

    public ComplaintWatch(ComplaintStore parts) {
        this.parts = parts;
        store = parts.store();
        stepping = new ComplaintStepping(store, parts.rules());
    }

    public List<DutyHandler> handlers() {
        return List.of(
                new Watching(ComplaintDuties.CLOCK_RUNS_OUT, this::clock),
                new Watching(ComplaintDuties.NEWS_IS_DUE, this::news),
                new Watching(ComplaintDuties.ASKING_BEGINS, this::asking),
                new Watching(ComplaintDuties.DISPATCH_FALLS_DUE, this::dispatch));
    }

    private interface Work {
        void on(Duty duty);
    }

    private record Watching(String kind, Work work) implements DutyHandler {
        @Override
        public boolean isTransaction() {
            return true;
        }

        @Override
        public Result carryOut(Duty duty) {
            work.on(duty);
            return new Result.Done();
        }
    }

    /** A clock ran out: written down, and a failure owed to the customer where they were waiting for it. */
    private void clock(Duty duty) {
        store.complaints()
                .byId(duty.subject())
                .ifPresent(complaint -> running(complaint, duty.id()).ifPresent(late -> {
                    LOG.info("complaint #{}: {} was due {}", complaint.number(), late.clock(), late.by());
                    stepping.note(
                            complaint,
                            now(),
                            Optional.empty(),
                            Act.OVERDUE,
                            late.clock().name());
                    if (late.clock().isPromised() && isSomebodys(complaint)) owe(complaint, late);
                }));
    }

    private static Optional<Running> running(Complaint complaint, UUID duty) {
        return complaint.clocks().running().stream()
                .filter(running -> ComplaintDuties.idOf(complaint, running).equals(duty))
                .findFirst();
    }

    private static boolean isSomebodys(Complaint complaint) {
        return complaint.customer().isPresent() || complaint.callBack().isPresent();
    }

    private void owe(Complaint complaint, Running late) {
        Failure failure = Failure.of(
                new Evidence.ComplaintOverdue(complaint.id(), late.clock().name(), late.by()),
                now(),
                complaint.customer(),
                complaint.callBack());
        if (store.failures().add(failure)) store.complaints().addFailure(complaint.id(), failure.id());
    }

    /** Tells how it stands before that is late. Who cannot be told so is told by its owner, whose clock runs on. */
    private void news(Duty duty) {
        store.complaints()
                .byId(duty.subject())
                .ifPresent(complaint -> complaint.clocks().running().stream()
                        .filter(running -> running.clock() == ComplaintClock.NEWS)
                        .filter(running ->
                                ComplaintDuties.newsOf(complaint, running).equals(duty.id()))
                        .findFirst()
                        .ifPresent(running -> tell(complaint, running.by().toString())));
    }

    private void tell(Complaint complaint, String once) {
        // Where the last message was lost the next would be too: a person has to.
        if (LostNews.isLast(store.complaints().history(complaint.id()))
                || !parts.news().tell(complaint, Occasion.STANDING, once, now())) return;
        stepping.step(complaint.id(), new ComplaintStep.Tell(now()))
                .ifPresent(now -> stepping.note(
                        CustomerNews.id(complaint, Occasion.STANDING, once),
                        now,
                        now(),
                        Optional.empty(),
                        Act.TOLD,
                        ""));
    }

    private void asking(Duty duty) {
        store.complaints().byId(duty.subject()).ifPresent(complaint -> {
            boolean same = complaint
                    .clocks()
                    .closed()
                    .map(at -> ComplaintDuties.askingOf(complaint, at))
                    .equals(Optional.of(duty.id()));
            if (same && !complaint.file().asking())
                stepping.step(complaint.id(), new ComplaintStep.BeginAsking(now()), Optional.empty(), Act.ASKING, "");
        });
    }

    private void dispatch(Duty duty) {
        parts.dispatches()
                .byId(duty.subject())
                .filter(d -> ComplaintDuties.dueOf(d).equals(duty.id()))
                .ifPresent(this::late);
    }

    private void late(Dispatch dispatch) {
        if (!(DispatchCourse.next(dispatch, new DispatchStep.FallDue()) instanceof DispatchCourse.Next.Changed(var now))
                || !parts.dispatches().change(dispatch, now)) return;
        store.complaints()
                .byId(dispatch.complaint())
                .ifPresent(c -> stepping.note(c, now(), Optional.empty(), Act.OVERDUE, "DISPATCH\n" + dispatch.unit()));
    }

    private Instant now() {
        return parts.time().now();
    }
}
