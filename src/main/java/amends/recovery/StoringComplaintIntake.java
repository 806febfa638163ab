package amends.recovery;

import amends.kernel.Ids;
import amends.recovery.Complaint.Source;
import amends.recovery.Complaint.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps complaints with their callbacks and what was owed at that moment. */
public final class StoringComplaintIntake implements ComplaintIntake {
    /** ISO 10002 §7.4 wants it at once; this is when at once has passed. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofHours(24);
    /** What China's banking supervision gives for an answer where the facts are clear. */
    private static final Duration ANSWERED_WITHIN = Duration.ofDays(15);

    private final RecoveryStore store;
    private final CallbackRules rules;
    private final CallbackDuties duties;

    public StoringComplaintIntake(RecoveryStore store, CallbackRules rules) {
        this.store = store;
        this.rules = rules;
        duties = new CallbackDuties(store.duties());
    }

    @Override
    public Taken received(ComplaintDraft draft) {
        return store.transactions().call(() -> {
            var added = store.complaints().add(complaint(draft), owed(draft));
            return added.isNew() ? promised(added.complaint(), draft) : earlier(added.complaint());
        });
    }

    private Set<UUID> owed(ComplaintDraft draft) {
        var owed = new HashSet<UUID>();
        Stream.concat(
                        draft.customer().stream().flatMap(who -> store.failures().openOf(who).stream()),
                        draft.callBack().stream().flatMap(n -> store.failures().openOf(n).stream()))
                .map(Failure::id)
                .forEach(owed::add);
        return owed;
    }

    private Taken promised(Complaint complaint, ComplaintDraft draft) {
        Instant due = draft.callBackBy().orElseGet(() -> rules.firstDue(draft.severity(), draft.at()));
        Optional<Callback> callback = draft.callBack()
                .map(number -> Callback.of(Ids.named("callback:" + draft.id()), complaint, number, due));
        callback.ifPresent(c -> {
            store.callbacks().add(c);
            duties.watchDue(c);
        });
        return new Taken(complaint, callback);
    }

    private Taken earlier(Complaint complaint) {
        return new Taken(
                complaint,
                store.callbacks().ofComplaint(complaint.id()).stream().findFirst());
    }

    private static Complaint complaint(ComplaintDraft draft) {
        boolean heard = draft.source() == Source.CALL;
        return new Complaint(
                draft.id(),
                0,
                draft.source(),
                draft.customer(),
                draft.customerName(),
                draft.contact(),
                draft.callBack(),
                draft.subject(),
                draft.what(),
                draft.severity(),
                draft.owner(),
                draft.at(),
                heard ? State.ACKNOWLEDGED : State.RECEIVED,
                new ComplaintClocks(
                        draft.at().plus(ACKNOWLEDGED_WITHIN),
                        draft.at().plus(ANSWERED_WITHIN),
                        heard ? Optional.of(draft.at()) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
