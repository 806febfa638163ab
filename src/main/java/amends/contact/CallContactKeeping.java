package amends.contact;

import amends.contact.ContactCourse.Effect;
import amends.contact.ContactCourse.Next;
import amends.contact.ContactKeeping.ContactEvent.CallOver;
import amends.contact.ContactKeeping.ContactEvent.ContactChanged;
import amends.contact.ContactKeeping.ContactEvent.ContactClosed;
import amends.contact.ContactKeeping.ContactEvent.ContactOpened;
import amends.kernel.Cancellable;
import amends.kernel.Ids;
import amends.kernel.Loop;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a contact for every call of the desk. Everything is decided on the call loop and written behind it, so a call
 * never waits for the database, and a desk that dies leaves the rows as they last stood.
 */
public final class CallContactKeeping implements ContactKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(CallContactKeeping.class);
    /** How long a typed note may be unsaved. */
    private static final Duration NOTE_PAUSE = Duration.ofMillis(1500);
    /** How often the row of a contact in hand is touched: the best known end if the desk dies. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MOST_CLOSED = 32;
    private static final int MOST_QUEUE_NAME = 80;
    private final ContactWriting writing;
    private final Supplier<Optional<UUID>> agent;
    private final String homeRegion;
    private final Loop loop;
    private final Timekeeper time;
    private final Subscribers<ContactEvent> subscribers = new Subscribers<>();
    private final Map<CallId, CallContact> kept = new LinkedHashMap<>();
    private final EarlyFacts early = new EarlyFacts();

    /**
     * @param agent whose contacts these are; calls while nobody is signed in are not kept
     * @param homeRegion ISO 3166 country whose national numbers are understood
     */
    public CallContactKeeping(
            CallControl calls,
            ContactWriting writing,
            Supplier<Optional<UUID>> agent,
            String homeRegion,
            Loop loop,
            Timekeeper time) {
        this.writing = writing;
        this.agent = agent;
        this.homeRegion = homeRegion;
        this.loop = loop;
        this.time = time;
        calls.onCallEvent(this::heard);
    }

    @Override
    public Optional<Contact> of(CallId call) {
        return Optional.ofNullable(kept.get(call)).map(c -> c.contact);
    }

    @Override
    public Cancellable onContact(Consumer<ContactEvent> listener) {
        return subscribers.add(listener);
    }

    private void heard(CallEvent event) {
        Call call = event.call();
        switch (event) {
            case CallEvent.Originated o -> open(call);
            case CallEvent.Delivered d -> open(call);
            case CallEvent.Established e ->
                step(call.id(), new ContactStep.Answered(call.answered().orElseGet(time::now)));
            case CallEvent.ConnectionCleared(var c, ClearCause cause) -> {
                step(call.id(), new ContactStep.Ended(time.now(), cause));
                forgetOldest();
            }
            // Who was put through is who is helped, and whom it is about when they are forgotten.
            case CallEvent.PartyChanged p ->
                fact(call.id(), contact -> isOpen(contact) ? contact.with(number(call)) : contact);
            default -> {}
        }
    }

    private static boolean isOpen(Contact contact) {
        return contact.state() == Contact.State.OPEN;
    }

    private String number(Call call) {
        return call.remote()
                .number(homeRegion)
                .map(PhoneNumber::e164)
                .orElse(call.remote().user());
    }

    private void open(Call call) {
        Optional<UUID> whose = agent.get();
        if (kept.containsKey(call.id())) return;
        if (whose.isEmpty()) {
            LOG.warn("call {}: nobody is signed in, no contact is kept", call.id());
            return;
        }
        var opened = new CallContact(early.joinedTo(call.id(), begun(call, whose.get())));
        kept.put(call.id(), opened);
        writing.begun(opened.contact);
        heartbeat(opened);
        subscribers.publish(new ContactOpened(opened.contact));
    }

    private Contact begun(Call call, UUID whose) {
        return new Contact(
                Ids.next(),
                call.id().value(),
                call.direction(),
                whose,
                number(call),
                Optional.empty(),
                "",
                Duration.ZERO,
                call.began(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Contact.State.OPEN);
    }

    private void heartbeat(CallContact of) {
        of.heartbeat = loop.after(HEARTBEAT, () -> {
            writing.stillOpen(of.contact.id());
            heartbeat(of);
        });
    }

    private void step(CallId call, ContactStep step) {
        CallContact of = kept.get(call);
        if (of == null) return;
        switch (ContactCourse.next(of.contact, step)) {
            case Next.Changed(var contact, var effect) -> changed(of, contact, effect);
            case Next.Ignored(var reason) -> LOG.info("call {}: {}", call, reason);
        }
    }

    private void changed(CallContact of, Contact contact, Effect effect) {
        of.contact = contact;
        switch (effect) {
            case STORE -> {
                writing.changed(contact, of.note);
                subscribers.publish(new ContactChanged(contact));
            }
            case WRITE_UP -> {
                writing.changed(contact, of.note);
                subscribers.publish(new CallOver(contact));
            }
            case CLOSE -> {
                of.heartbeat.cancel();
                writing.closed(
                        contact, of.note, () -> loop.execute(() -> subscribers.publish(new ContactClosed(contact))));
            }
        }
    }

    @Override
    public void note(CallId call, String note) {
        CallContact of = kept.get(call);
        if (of == null || of.contact.state() == Contact.State.CLOSED) return;
        of.note = PlainText.lines(note, WrapUp.MOST_NOTE);
        if (of.noteWaits) return;
        of.noteWaits = true;
        loop.after(NOTE_PAUSE, () -> {
            of.noteWaits = false;
            if (of.contact.state() != Contact.State.CLOSED) writing.draft(of.contact, of.note);
        });
    }

    @Override
    public void finish(CallId call, WrapUp wrapUp) {
        var clean = new WrapUp(wrapUp.disposition(), PlainText.lines(wrapUp.note(), WrapUp.MOST_NOTE));
        step(call, new ContactStep.WrittenUp(clean));
    }

    /** The agent leaves: what is not written up is closed with the note as typed, for somebody else to follow up. */
    public void leave() {
        for (var of : List.copyOf(kept.entrySet()))
            if (of.getValue().contact.state() == Contact.State.WRAP_UP)
                finish(of.getKey(), new WrapUp(Disposition.FOLLOW_UP, of.getValue().note));
    }

    /** The distributor told from which queue this call came; it may tell before the call itself rings. */
    public void cameFromQueue(CallId call, String queue, Duration waited) {
        String name = PlainText.line(queue, MOST_QUEUE_NAME);
        fact(call, contact -> contact.fromQueue(name, waited));
    }

    /** The call is recorded, under this id. */
    public void recordedAs(CallId call, UUID recording) {
        fact(call, contact -> contact.recordedAs(recording));
    }

    /** What the line was like, when its media has ended: before the contact is closed or after. */
    public void heardOver(CallId call, CallLine line) {
        fact(call, contact -> contact.heardOver(line));
    }

    /** The caller is this customer, whose row is stored already. */
    public void isCustomer(CallId call, UUID customer) {
        fact(call, contact -> contact.of(customer));
    }

    private void fact(CallId call, UnaryOperator<Contact> fact) {
        CallContact of = kept.get(call);
        if (of == null) {
            early.keep(call, fact);
            return;
        }
        Contact grown = fact.apply(of.contact);
        if (!grown.equals(of.contact)) changed(of, grown, Effect.STORE);
    }

    private void forgetOldest() {
        List<CallId> closed = kept.entrySet().stream()
                .filter(e -> e.getValue().contact.state() == Contact.State.CLOSED)
                .map(Map.Entry::getKey)
                .toList();
        for (int i = 0; i < closed.size() - MOST_CLOSED; i++) kept.remove(closed.get(i));
    }

    /**
     * Finds what a dead desk of this agent left open and marks it interrupted, as soon as the database is there.
     *
     * @param found told once on the call loop; their notes as far as they were typed
     */
    public void recover(UUID agentId, Consumer<List<Contacts.LeftOpen>> found) {
        writing.recover(agentId, left -> loop.execute(() -> found.accept(left)));
    }
}
