package amends.recovery;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.kernel.Cancellable;
import amends.kernel.Ids;
import amends.kernel.Loop;
import amends.kernel.StoreQueue;
import amends.kernel.StoreUnavailable;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.recovery.ComplaintProgress.Held;
import amends.recovery.ComplaintProgress.Keeping;
import amends.recovery.ComplaintProgress.Kept;
import amends.recovery.ComplaintProgress.Reason;
import amends.recovery.ComplaintProgress.Refused;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Complaints of the desk's calls: decided on the call loop, written behind it. */
public final class CallComplaints implements ComplaintHandling {
    private static final Logger LOG = LoggerFactory.getLogger(CallComplaints.class);
    private static final int MOST_REMEMBERED = 64;
    private final ContactKeeping contacts;
    private final ComplaintIntake intake;
    private final CallbackRules rules;
    private final StoreQueue queue;
    private final Supplier<Optional<StaffMember>> agent;
    private final Loop loop;
    private final Timekeeper time;
    private final HeldComplaints held;
    private final Subscribers<ComplaintProgress> subscribers = new Subscribers<>();
    private final Map<CallId, ComplaintProgress> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, ComplaintProgress> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param queue that the contacts are written by too: a contact is stored before its complaint */
    public CallComplaints(
            ContactKeeping contacts,
            ComplaintIntake intake,
            CallbackRules rules,
            StoreQueue queue,
            Supplier<Optional<StaffMember>> agent,
            Loop loop,
            Timekeeper time) {
        this(contacts, intake, rules, queue, new HeldComplaints(ComplaintJournal.none()), agent, loop, time);
    }

    /** @param held where complaints wait until the database has them */
    public CallComplaints(
            ContactKeeping contacts,
            ComplaintIntake intake,
            CallbackRules rules,
            StoreQueue queue,
            HeldComplaints held,
            Supplier<Optional<StaffMember>> agent,
            Loop loop,
            Timekeeper time) {
        this.held = held;
        this.contacts = contacts;
        this.intake = intake;
        this.rules = rules;
        this.queue = queue;
        this.agent = agent;
        this.loop = loop;
        this.time = time;
    }

    @Override
    public void open(CallId call, Grievance grievance) {
        if (known.get(call) != null && !(known.get(call) instanceof Refused)) return;
        Optional<StaffMember> owner = agent.get().filter(Permission.OPEN_COMPLAINT::isGivenTo);
        if (owner.isEmpty()) {
            tell(new Refused(call, Reason.NOT_ALLOWED));
            return;
        }
        ComplaintDraft draft = draft(call, grievance, owner.get());
        tell(new Keeping(call));
        held.waiting(draft);
        queue.put(draft.id(), () -> keep(call, draft));
    }

    /** Stores what an earlier run of this desk was told and could not. Once per complaint, whoever stored it meanwhile. */
    public void recover() {
        queue.put("complaints left by an earlier run", () -> {
            for (ComplaintDraft left : held.leftByAnother()) {
                intake.received(left);
                held.stored(left.id());
                LOG.info("complaint {}: the journal of a dead desk is stored", left.id());
            }
        });
    }

    private ComplaintDraft draft(CallId call, Grievance grievance, StaffMember owner) {
        Optional<Contact> contact = contacts.of(call);
        UUID id = Ids.named(
                "complaint:" + contact.map(Contact::id).map(UUID::toString).orElse(call.value()));
        return new ComplaintDraft(
                id,
                Complaint.Source.CALL,
                contact.flatMap(Contact::customer),
                grievance.customerName(),
                contact.map(Contact::id),
                grievance.callBack(),
                grievance.subject(),
                grievance.what(),
                grievance.severity(),
                owner.id(),
                time.now(),
                grievance.callBackBy(),
                grievance.readBack(),
                grievance.matter());
    }

    /** On the store's thread, again and again while the database is away. */
    private void keep(CallId call, ComplaintDraft draft) {
        try {
            var taken = intake.received(draft);
            held.stored(draft.id());
            loop.execute(() -> tell(new Kept(call, taken.complaint(), taken.callback())));
        } catch (StoreUnavailable e) {
            loop.execute(() -> tell(new Held(call)));
            throw e;
        } catch (RuntimeException e) {
            LOG.error("call {}: its complaint could not be kept", call, e);
            // What was written is in the form still, and can be kept again.
            held.stored(draft.id());
            loop.execute(() -> tell(new Refused(call, Reason.NOT_TAKEN)));
        }
    }

    private void tell(ComplaintProgress progress) {
        if (progress.equals(known.put(progress.call(), progress))) return;
        subscribers.publish(progress);
    }

    @Override
    public Optional<ComplaintProgress> of(CallId call) {
        return Optional.ofNullable(known.get(call));
    }

    @Override
    public Instant promised(Severity severity) {
        return rules.firstDue(severity, time.now());
    }

    @Override
    public Cancellable onProgress(Consumer<ComplaintProgress> listener) {
        return subscribers.add(listener);
    }
}
