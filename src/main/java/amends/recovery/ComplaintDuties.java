package amends.recovery;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.recovery.ComplaintClocks.Running;
import java.time.Instant;
import java.util.UUID;

/**
 * What must happen later to a complaint. Each duty is named after the clock and the time that it waits for: a clock
 * that is set anew gets another duty, and the old one finds nothing to do.
 */
final class ComplaintDuties {
    static final String CLOCK_RUNS_OUT = "complaint-clock";
    static final String NEWS_IS_DUE = "complaint-news";
    static final String ASKING_BEGINS = "complaint-asking";
    static final String DISPATCH_FALLS_DUE = "dispatch-falls-due";

    private final Duties duties;
    private final ComplaintRules rules;

    ComplaintDuties(Duties duties, ComplaintRules rules) {
        this.duties = duties;
        this.rules = rules;
    }

    /** Whatever runs is watched; what is watched already stays so. */
    void watch(Complaint complaint) {
        for (Running running : complaint.clocks().running()) {
            duties.add(new Duty(idOf(complaint, running), CLOCK_RUNS_OUT, complaint.id(), justAfter(running.by()), 0));
            if (running.clock() == ComplaintClock.NEWS)
                add(newsOf(complaint, running), NEWS_IS_DUE, complaint.id(), rules.tellAt(running.by()));
        }
        if (complaint.state() == Complaint.State.CLOSED && !complaint.file().asking())
            complaint
                    .clocks()
                    .closed()
                    .ifPresent(at -> add(askingOf(complaint, at), ASKING_BEGINS, complaint.id(), rules.askFrom(at)));
    }

    void watch(Dispatch dispatch) {
        add(dueOf(dispatch), DISPATCH_FALLS_DUE, dispatch.id(), justAfter(dispatch.due()));
    }

    private void add(UUID id, String kind, UUID subject, Instant due) {
        duties.add(new Duty(id, kind, subject, due, 0));
    }

    /** What is done at the very moment is done in time. */
    private static Instant justAfter(Instant by) {
        return by.plusSeconds(1);
    }

    static UUID idOf(Complaint complaint, Running running) {
        return Ids.named(CLOCK_RUNS_OUT + ":" + complaint.id() + ":" + running.clock() + ":" + running.by());
    }

    static UUID newsOf(Complaint complaint, Running running) {
        return Ids.named(NEWS_IS_DUE + ":" + complaint.id() + ":" + running.by());
    }

    static UUID askingOf(Complaint complaint, Instant closed) {
        return Ids.named(ASKING_BEGINS + ":" + complaint.id() + ":" + closed);
    }

    static UUID dueOf(Dispatch dispatch) {
        return Ids.named(DISPATCH_FALLS_DUE + ":" + dispatch.id() + ":" + dispatch.due());
    }
}
