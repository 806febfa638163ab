package amends.recovery;

import amends.kernel.Ids;
import amends.recovery.ComplaintEvent.Act;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes steps of complaints, with what follows from each. Blocks; joins the caller's transaction. */
final class ComplaintStepping {
    private static final Logger LOG = LoggerFactory.getLogger(ComplaintStepping.class);
    private static final int MOST_TRIES = 5;
    private final Complaints complaints;
    private final ComplaintRules rules;
    private final ComplaintDuties duties;

    ComplaintStepping(RecoveryStore store, ComplaintRules rules) {
        complaints = store.complaints();
        this.rules = rules;
        duties = new ComplaintDuties(store.duties(), rules);
    }

    /** @return as it stands now; empty when there is no such complaint or the step does not fit */
    Optional<Complaint> step(UUID id, ComplaintStep step) {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            Optional<Complaint> before = complaints.byId(id);
            if (before.isEmpty()) return Optional.empty();
            switch (ComplaintCourse.next(before.get(), step, rules)) {
                case ComplaintCourse.Next.Changed(var now) -> {
                    if (!complaints.change(before.get(), now)) continue;
                    duties.watch(now);
                    return Optional.of(counted(now));
                }
                case ComplaintCourse.Next.Ignored(var reason) -> {
                    LOG.info(reason);
                    return Optional.empty();
                }
            }
        }
        throw new IllegalStateException("complaint " + id + " was changed again and again");
    }

    /** A step that is told in the history. @param who empty where the house does it by itself */
    Optional<Complaint> step(UUID id, ComplaintStep step, Optional<UUID> who, Act act, String words) {
        Optional<Complaint> now = step(id, step);
        now.ifPresent(complaint -> note(complaint, step.at(), who, act, words));
        return now;
    }

    void note(Complaint complaint, Instant at, Optional<UUID> who, Act act, String words) {
        note(Ids.next(), complaint, at, who, act, words);
    }

    /** @param id by which it is found again, and noted once */
    void note(UUID id, Complaint complaint, Instant at, Optional<UUID> who, Act act, String words) {
        complaints.add(new ComplaintEvent(id, complaint.id(), at, who, act, words, complaint.state()));
    }

    /** The row's count of changes went on with it. */
    private static Complaint counted(Complaint now) {
        return now.standing(now.state(), now.clocks(), now.file().changed());
    }

    ComplaintDuties duties() {
        return duties;
    }
}
