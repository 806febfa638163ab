package amends.recovery;

import amends.kernel.Ids;
import amends.recovery.ComplaintDetail.Possible;
import amends.recovery.Complaints.Weakness;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One member's complaints and callbacks, as they are stored. */
public final class StoredComplaintOffice implements ComplaintOffice {
    private static final int MOST = 500;
    /** What is looked at without a break is one look. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(30);

    private static final Duration CLOSED_SHOWN = Duration.ofDays(14);
    private final StaffMember member;
    private final ComplaintStore parts;
    private final ComplaintActs acts;
    private final DispatchActs dispatching;
    private final CallbackActs callbackActs;
    private final AuditTrail audit;
    private final CallbackPreparing preparing;
    private final CustomerHours hours;
    /** When a look at each was entered last. */
    private final Map<UUID, Instant> entered = new ConcurrentHashMap<>();

    /** @param audit where looks at others' complaints are entered */
    public StoredComplaintOffice(
            StaffMember member,
            ComplaintStore parts,
            CallbackActs callbackActs,
            AuditTrail audit,
            CallbackPreparing preparing,
            CustomerHours hours) {
        this.preparing = preparing;
        this.hours = hours;
        this.member = member;
        this.parts = parts;
        this.callbackActs = callbackActs;
        this.audit = audit;
        acts = new ComplaintActs(parts);
        dispatching = new DispatchActs(parts);
    }

    private Complaints complaints() {
        return parts.store().complaints();
    }

    private Instant now() {
        return parts.time().now();
    }

    @Override
    public boolean seesAll() {
        return Permission.HANDLE_ANY_COMPLAINT.isGivenTo(member);
    }

    @Override
    public ComplaintScheme scheme() {
        return parts.scheme();
    }

    @Override
    public List<Complaint> mine() {
        return complaints().inHandOf(member.id(), MOST);
    }

    @Override
    public List<Complaint> all() {
        return seesAll() ? complaints().board(now().minus(CLOSED_SHOWN), MOST) : List.of();
    }

    @Override
    public Optional<ComplaintDetail> look(UUID id) {
        Optional<Complaint> found = complaints().byId(id).filter(c -> ComplaintActs.mayHandle(member, c));
        found.ifPresent(this::enter);
        acts.see(member, id);
        return found.flatMap(c -> complaints().byId(id)).map(this::detail);
    }

    /** Another's complaint is a look at their customer. */
    private void enter(Complaint complaint) {
        if (complaint.owner().equals(member.id())) return;
        Instant last = entered.getOrDefault(complaint.id(), Instant.EPOCH);
        if (last.plus(ONE_LOOK).isAfter(now())) return;
        complaint
                .customer()
                .ifPresent(customer -> audit.add(new AuditEntry(
                        Ids.next(),
                        now(),
                        member.id(),
                        Permission.LOOK_AT_CUSTOMER,
                        customer,
                        "complaint #" + complaint.number())));
        entered.put(complaint.id(), now());
    }

    private ComplaintDetail detail(Complaint complaint) {
        List<ComplaintEvent> history = complaints().history(complaint.id());
        return new ComplaintDetail(
                complaint,
                history,
                parts.dispatches().ofComplaint(complaint.id()),
                parts.store().callbacks().ofComplaint(complaint.id()),
                names(complaint, history),
                possible(complaint));
    }

    private Map<UUID, String> names(Complaint complaint, List<ComplaintEvent> history) {
        var names = new HashMap<UUID, String>();
        Stream.concat(Stream.of(complaint.owner()), history.stream().flatMap(e -> e.who().stream()))
                .distinct()
                .forEach(id -> parts.staff().byId(id).ifPresent(m -> names.put(id, m.name())));
        return names;
    }

    /** By trying each step: what the course takes is possible. */
    private Set<Possible> possible(Complaint complaint) {
        var possible = EnumSet.of(Possible.NOTE);
        Instant at = now();
        var somebody = new UUID(0, 0);
        allow(possible, Possible.ACKNOWLEDGE, complaint, new ComplaintStep.Acknowledge(at));
        if (complaint.file().readBack().isEmpty())
            allow(possible, Possible.READ_BACK, complaint, new ComplaintStep.ReadBack(at));
        allow(possible, Possible.ASSESS, complaint, new ComplaintStep.Assess(at, SOME));
        allow(possible, Possible.INVESTIGATE, complaint, new ComplaintStep.Investigate(at));
        allow(possible, Possible.TELL, complaint, new ComplaintStep.Tell(at));
        allow(possible, Possible.RESPOND, complaint, new ComplaintStep.Respond(at));
        allow(possible, Possible.CLOSE, complaint, new ComplaintStep.Close(at));
        if (complaint.file().asking()) allow(possible, Possible.ASK, complaint, new ComplaintStep.Asked(at, true));
        allow(possible, Possible.REOPEN, complaint, new ComplaintStep.Reopen(at));
        allow(possible, Possible.HAND_OVER, complaint, new ComplaintStep.HandOver(at, somebody));
        if (!complaint.file().escalated())
            allow(possible, Possible.ESCALATE, complaint, new ComplaintStep.Escalate(at, somebody));
        if (complaint.file().rating().isEmpty())
            allow(possible, Possible.RATE, complaint, new ComplaintStep.Rate(at, new HandlingRating(3, 3, 3)));
        boolean dispatched = parts.dispatches().ofComplaint(complaint.id()).stream()
                .anyMatch(d -> d.state().isOpen());
        if (complaint.state().isOpen() && !dispatched) possible.add(Possible.DISPATCH);
        return possible;
    }

    private static final Assessment SOME =
            new Assessment(Severity.MINOR, "any", Optional.empty(), Optional.empty(), Expectation.NOW, false);

    private void allow(Set<Possible> possible, Possible what, Complaint complaint, ComplaintStep step) {
        if (ComplaintCourse.next(complaint, step, parts.rules()) instanceof ComplaintCourse.Next.Changed)
            possible.add(what);
    }

    @Override
    public ComplaintOutcome handle(UUID id, ComplaintDeed deed) {
        return switch (deed) {
            case ComplaintDeed.Acknowledge a -> acts.acknowledge(member, id);
            case ComplaintDeed.ReadBack r -> acts.readBack(member, id);
            case ComplaintDeed.Assess(var as) -> acts.assess(member, id, as);
            case ComplaintDeed.Investigate(var words) -> acts.investigate(member, id, words);
            case ComplaintDeed.Tell(var words) -> acts.tell(member, id, words);
            case ComplaintDeed.Respond(var answer) -> acts.respond(member, id, answer);
            case ComplaintDeed.Close(var words) -> acts.close(member, id, words);
            case ComplaintDeed.Reopen(var why) -> acts.reopen(member, id, why);
            case ComplaintDeed.Ask(var held, var words) -> acts.asked(member, id, held, words);
            case ComplaintDeed.Rate(var as) -> acts.rate(member, id, as);
            case ComplaintDeed.Note(var words) -> acts.note(member, id, words);
            case ComplaintDeed.HandOver(var to, var words) -> acts.handOver(member, id, to, words);
            case ComplaintDeed.Escalate(var words) -> acts.escalate(member, id, words);
            case ComplaintDeed.Dispatch(var unit, var ask) -> dispatching.prepare(member, id, unit, ask);
            case ComplaintDeed.SendDispatch(var dispatch) -> dispatching.send(member, dispatch);
            case ComplaintDeed.DispatchAnswered(var dispatch, var words) ->
                dispatching.answered(member, dispatch, words);
            case ComplaintDeed.SendDispatchBack(var dispatch, var why) -> dispatching.sendBack(member, dispatch, why);
            case ComplaintDeed.AcceptDispatch(var dispatch) -> dispatching.accept(member, dispatch);
            case ComplaintDeed.WithdrawDispatch(var dispatch) -> dispatching.withdraw(member, dispatch);
        };
    }

    @Override
    public List<Weakness> weaknesses(Duration past) {
        return seesAll() ? complaints().weaknesses(now().minus(past), now()) : List.of();
    }

    @Override
    public List<StaffMember> colleagues() {
        return parts.staff().all().stream()
                .filter(m -> !m.id().equals(member.id()) && Permission.HANDLE_COMPLAINT.isGivenTo(m))
                .toList();
    }

    @Override
    public List<CallbackTask> callbacks() {
        boolean all = Permission.SEE_ALL_CALLBACKS.isGivenTo(member);
        return all
                ? parts.store().callbacks().open(MOST)
                : parts.store().callbacks().openOf(member.id(), MOST);
    }

    @Override
    public Optional<CallbackCard> prepare(UUID id) {
        Optional<Callback> callback = parts.store().callbacks().byId(id);
        return callback.flatMap(c -> complaints()
                .byId(c.complaint())
                .filter(complaint -> c.owner().equals(member.id()) || ComplaintActs.mayHandle(member, complaint))
                .map(complaint -> card(new CallbackTask(c, complaint))));
    }

    private CallbackCard card(CallbackTask task) {
        Complaint complaint = task.complaint();
        List<ComplaintEvent> history = complaints().history(complaint.id());
        return new CallbackCard(
                task,
                complaint.contact().map(preparing::note).orElse(""),
                history,
                parts.store().callbacks().attemptsOf(task.callback().id()),
                complaint.customer().flatMap(hours::of),
                preparing.offers(complaint, member),
                preparing.manner(complaint.customer()),
                names(task, history));
    }

    private Map<UUID, String> names(CallbackTask task, List<ComplaintEvent> history) {
        var names = new HashMap<>(names(task.complaint(), history));
        UUID owner = task.callback().owner();
        parts.staff().byId(owner).ifPresent(m -> names.put(owner, m.name()));
        return names;
    }

    @Override
    public CallbackChange handOver(UUID callback, UUID to, String words) {
        Optional<StaffMember> next = parts.staff().byId(to);
        return next.map(m -> callbackActs.handOver(member, callback, m, words)).orElse(CallbackChange.NOT_FOR_THEM);
    }

    @Override
    public CallbackChange score(UUID callback, Optional<Integer> before, Optional<Integer> after) {
        return callbackActs.score(member, callback, before, after);
    }
}
