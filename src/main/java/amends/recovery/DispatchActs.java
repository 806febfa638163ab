package amends.recovery;

import amends.kernel.Ids;
import amends.recovery.ComplaintEvent.Act;
import amends.recovery.ComplaintOutcome.Done;
import amends.recovery.ComplaintOutcome.Reason;
import amends.recovery.ComplaintOutcome.Refused;
import amends.recovery.CustomerNews.Occasion;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Sends complaints to the branch or department that can put them right, and takes what comes back. Blocks. */
public final class DispatchActs {
    private final ComplaintStore parts;
    private final Dispatches dispatches;
    private final ComplaintStepping stepping;

    public DispatchActs(ComplaintStore parts) {
        this.parts = parts;
        dispatches = parts.dispatches();
        stepping = new ComplaintStepping(parts.store(), parts.rules());
    }

    /** Writes the sheet; it is not sent yet. @param ask what the unit is asked to do */
    public ComplaintOutcome prepare(StaffMember by, UUID complaint, String unit, String ask) {
        Optional<HandlingUnit> to = parts.scheme().unit(unit);
        if (to.isEmpty()) return new Refused(Reason.UNKNOWN_UNIT);
        if (ask.isBlank()) return new Refused(Reason.NO_WORDS);
        return inTransaction(by, complaint, c -> {
            if (!c.state().isOpen()) return new Refused(Reason.NOT_NOW);
            Instant now = parts.time().now();
            var made = new Dispatch(
                    Ids.next(),
                    complaint,
                    unit,
                    by.id(),
                    ask,
                    now,
                    due(to.get(), now),
                    Dispatch.Stage.PREPARED,
                    0,
                    "",
                    Optional.empty(),
                    false);
            dispatches.add(made);
            return new Done(c, Optional.of(made));
        });
    }

    private Instant due(HandlingUnit unit, Instant from) {
        return parts.rules().within(from, unit.days());
    }

    private Instant due(Dispatch dispatch) {
        Instant now = parts.time().now();
        return parts.scheme()
                .unit(dispatch.unit())
                .map(unit -> due(unit, now))
                .orElseGet(() -> parts.rules().within(now, 3));
    }

    /** The sheet has left: from now on the unit's clock runs, and the complaint is looked into. */
    public ComplaintOutcome send(StaffMember by, UUID dispatch) {
        return step(by, dispatch, d -> new DispatchStep.Send(due(d)), Act.DISPATCHED, "", (c, sent) -> {
            stepping.duties().watch(sent);
            return stepping.step(
                            c.id(), new ComplaintStep.Investigate(parts.time().now()))
                    .orElse(c);
        });
    }

    /** What the unit answered; the customer hears that it did. */
    public ComplaintOutcome answered(StaffMember by, UUID dispatch, String words) {
        if (words.isBlank()) return new Refused(Reason.NO_WORDS);
        Instant now = parts.time().now();
        return step(by, dispatch, d -> new DispatchStep.Answer(now, words), Act.DISPATCH_ANSWERED, words, (c, back) -> {
            if (!parts.news().tell(c, Occasion.DISPATCH_BACK, round(back), now)) return c;
            return stepping.step(c.id(), new ComplaintStep.Tell(now)).orElse(c);
        });
    }

    private static String round(Dispatch back) {
        return back.id() + ":" + back.rounds();
    }

    /** The answer does not do. @param why what is missing */
    public ComplaintOutcome sendBack(StaffMember by, UUID dispatch, String why) {
        if (why.isBlank()) return new Refused(Reason.NO_WORDS);
        return step(by, dispatch, d -> new DispatchStep.SendBack(due(d)), Act.DISPATCH_SENT_BACK, why, (c, sent) -> {
            stepping.duties().watch(sent);
            return c;
        });
    }

    public ComplaintOutcome accept(StaffMember by, UUID dispatch) {
        return step(by, dispatch, d -> new DispatchStep.Accept(), Act.DISPATCH_ACCEPTED, "", (c, d) -> c);
    }

    public ComplaintOutcome withdraw(StaffMember by, UUID dispatch) {
        return step(by, dispatch, d -> new DispatchStep.Withdraw(), Act.DISPATCH_WITHDRAWN, "", (c, d) -> c);
    }

    private interface After {
        Complaint then(Complaint complaint, Dispatch now);
    }

    private ComplaintOutcome step(
            StaffMember by, UUID id, Function<Dispatch, DispatchStep> step, Act act, String words, After after) {
        return parts.store().transactions().call(() -> {
            Optional<Dispatch> before = dispatches.byId(id);
            if (before.isEmpty()) return new Refused(Reason.NO_SUCH);
            return inTransaction(by, before.get().complaint(), c -> {
                if (!(DispatchCourse.next(before.get(), step.apply(before.get()))
                                instanceof DispatchCourse.Next.Changed(var now))
                        || !dispatches.change(before.get(), now)) return new Refused(Reason.NOT_NOW);
                Complaint standing = after.then(c, now);
                UUID event = act == Act.DISPATCH_ANSWERED
                        ? CustomerNews.id(c, Occasion.DISPATCH_BACK, round(now))
                        : Ids.next();
                stepping.note(event, standing, parts.time().now(), Optional.of(by.id()), act, told(now, words));
                return new Done(standing, Optional.of(now));
            });
        });
    }

    private static String told(Dispatch dispatch, String words) {
        return words.isBlank() ? dispatch.unit() : dispatch.unit() + "\n" + words;
    }

    private ComplaintOutcome inTransaction(StaffMember by, UUID complaint, Function<Complaint, ComplaintOutcome> work) {
        return parts.store().transactions().call(() -> {
            Optional<Complaint> found = parts.store().complaints().byId(complaint);
            if (found.isEmpty()) return new Refused(Reason.NO_SUCH);
            if (!ComplaintActs.mayHandle(by, found.get())) return new Refused(Reason.NOT_ALLOWED);
            return work.apply(found.get());
        });
    }
}
