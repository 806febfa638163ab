package amends.recovery;

import amends.kernel.Ids;
import amends.recovery.Complaint.Source;
import amends.recovery.Complaint.State;
import amends.recovery.ComplaintClocks.Timing;
import amends.recovery.ComplaintEvent.Act;
import amends.recovery.CustomerNews.Occasion;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps complaints with their callbacks and what was owed at that moment. Whoever complains again soon after the
 * answer, by a low score, a call or in writing, reopens the old complaint instead of making a second one.
 */
public final class StoringComplaintIntake implements ComplaintIntake {
    private static final int MOST_EARLIER = 10;
    private final RecoveryStore store;
    private final CallbackRules callbackRules;
    private final ComplaintRules rules;
    private final CustomerNews news;
    private final CustomerHours hours;
    private final CallbackDuties callbackDuties;
    private final ComplaintStepping stepping;

    /** Of a house that writes to nobody and knows nobody's hours. */
    public StoringComplaintIntake(RecoveryStore store, CallbackRules rules) {
        this(store, rules, ComplaintRules.usual(rules.zone()), CustomerNews.NONE, CustomerHours.UNKNOWN);
    }

    public StoringComplaintIntake(
            RecoveryStore store,
            CallbackRules callbackRules,
            ComplaintRules rules,
            CustomerNews news,
            CustomerHours hours) {
        this.store = store;
        this.callbackRules = callbackRules;
        this.rules = rules;
        this.news = news;
        this.hours = hours;
        callbackDuties = new CallbackDuties(store.duties());
        stepping = new ComplaintStepping(store, rules);
    }

    @Override
    public Taken received(ComplaintDraft draft) {
        return store.transactions().call(() -> {
            Optional<Complaint> known = known(draft);
            if (known.isPresent()) return earlier(known.get());
            Optional<Complaint> again = again(draft);
            return again.isPresent() ? again(again.get(), draft) : first(draft);
        });
    }

    /** Kept before: as a complaint of its own, or as another's coming again. */
    private Optional<Complaint> known(ComplaintDraft draft) {
        return store.complaints()
                .byId(draft.id())
                .or(() -> store.complaints()
                        .event(idOfAgain(draft))
                        .flatMap(event -> store.complaints().byId(event.complaint())));
    }

    private static UUID idOfAgain(ComplaintDraft draft) {
        return Ids.named("complaint again:" + draft.id());
    }

    private Optional<Complaint> again(ComplaintDraft draft) {
        return switch (draft.matter()) {
            case Matter.New n -> Optional.empty();
            case Matter.Again(var complaint) -> store.complaints().byId(complaint);
            case Matter.Unsaid u -> calledBackIn(draft).or(() -> answeredLately(draft));
        };
    }

    /** The complaint for which the customer was called back in the contact that this is about. */
    private Optional<Complaint> calledBackIn(ComplaintDraft draft) {
        return draft.contact()
                .flatMap(store.callbacks()::attemptIn)
                .flatMap(attempt -> store.callbacks().byId(attempt.callback()))
                .flatMap(callback -> store.complaints().byId(callback.complaint()));
    }

    private Optional<Complaint> answeredLately(ComplaintDraft draft) {
        return store
                .complaints()
                .recent(draft.customer(), draft.callBack(), draft.at().minus(rules.recent()), MOST_EARLIER)
                .stream()
                .filter(c -> !c.state().isOpen() && answered(c).isBefore(draft.at()))
                .filter(c -> answered(c).plus(rules.recent()).isAfter(draft.at()))
                .findFirst();
    }

    private static Instant answered(Complaint complaint) {
        return complaint
                .clocks()
                .closed()
                .or(() -> complaint.clocks().responded())
                .orElse(complaint.opened());
    }

    private Taken again(Complaint before, ComplaintDraft draft) {
        boolean answered = !before.state().isOpen();
        Optional<Complaint> reopened =
                answered ? stepping.step(before.id(), new ComplaintStep.Reopen(draft.at())) : Optional.empty();
        Complaint now = reopened.orElse(before);
        store.complaints()
                .add(new ComplaintEvent(
                        idOfAgain(draft),
                        now.id(),
                        draft.at(),
                        draft.source() == Source.CALL ? Optional.of(draft.owner()) : Optional.empty(),
                        answered ? Act.REOPENED : Act.CALLED_AGAIN,
                        (draft.subject() + "\n" + draft.what()).strip(),
                        now.state()));
        owed(draft).forEach(failure -> store.complaints().addFailure(now.id(), failure));
        if (answered)
            news.tell(now, Occasion.REOPENED, String.valueOf(now.file().timesReopened()), draft.at());
        return new Taken(now, called(now, draft));
    }

    /** One callback at a time: where one is open already, it serves for this too. */
    private Optional<Callback> called(Complaint complaint, ComplaintDraft draft) {
        return store.callbacks().ofComplaint(complaint.id()).stream()
                .filter(c -> c.state().isOpen())
                .findFirst()
                .or(() -> promised(complaint, draft));
    }

    private Taken first(ComplaintDraft draft) {
        var added = store.complaints().add(complaint(draft), owed(draft));
        Complaint complaint = added.complaint();
        if (!added.isNew()) return earlier(complaint);
        stepping.duties().watch(complaint);
        boolean heard = draft.source() == Source.CALL;
        stepping.note(
                complaint,
                draft.at(),
                draft.source().isEntered() ? Optional.of(draft.owner()) : Optional.empty(),
                Act.RECEIVED,
                draft.source().name());
        if (heard) news.tell(complaint, Occasion.ACKNOWLEDGED, "0:", draft.at());
        return new Taken(complaint, promised(complaint, draft));
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

    private Optional<Callback> promised(Complaint complaint, ComplaintDraft draft) {
        CallbackRules here =
                draft.customer().flatMap(hours::of).map(callbackRules::in).orElse(callbackRules);
        Instant due = draft.callBackBy().orElseGet(() -> here.firstDue(draft.severity(), draft.at()));
        Optional<Callback> callback = draft.callBack()
                .map(number -> Callback.of(Ids.named("callback:" + draft.id()), complaint, number, due));
        callback.ifPresent(c -> {
            store.callbacks().add(c);
            callbackDuties.watchDue(c);
        });
        return callback;
    }

    private Taken earlier(Complaint complaint) {
        return new Taken(
                complaint,
                store.callbacks().ofComplaint(complaint.id()).stream().findFirst());
    }

    /** What is said to an agent is acknowledged by that agent, at once. */
    private Complaint complaint(ComplaintDraft draft) {
        boolean heard = draft.source() == Source.CALL;
        Instant at = draft.at();
        var clocks = new EnumMap<ComplaintClock, Timing>(ComplaintClock.class);
        clocks.put(
                ComplaintClock.ACKNOWLEDGE,
                new Timing(rules.within(at, rules.acknowledge()), heard ? Optional.of(at) : Optional.empty()));
        clocks.put(ComplaintClock.ASSESS, waiting(at, rules.assess()));
        clocks.put(ComplaintClock.RESPOND, waiting(at, rules.simple()));
        if (heard) clocks.put(ComplaintClock.NEWS, waiting(at, rules.news()));
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
                at,
                heard ? State.ACKNOWLEDGED : State.RECEIVED,
                new ComplaintClocks(clocks),
                draft.readBack() ? CaseFile.NEW.readBackAt(at) : CaseFile.NEW);
    }

    private Timing waiting(Instant from, int workingDays) {
        return new Timing(rules.within(from, workingDays), Optional.empty());
    }
}
