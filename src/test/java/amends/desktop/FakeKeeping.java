package amends.desktop;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.contact.WrapUp;
import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps in memory what the window hands on. */
public final class FakeKeeping implements ContactKeeping {
    private final Subscribers<ContactEvent> events = new Subscribers<>();
    public final Map<CallId, Contact> contacts = new HashMap<>();
    public final Map<CallId, String> notes = new HashMap<>();
    public final Map<CallId, WrapUp> finished = new LinkedHashMap<>();

    public void tells(ContactEvent event) {
        events.publish(event);
    }

    @Override
    public Optional<Contact> of(CallId call) {
        return Optional.ofNullable(contacts.get(call));
    }

    @Override
    public void note(CallId call, String note) {
        notes.put(call, note);
    }

    @Override
    public void finish(CallId call, WrapUp wrapUp) {
        finished.put(call, wrapUp);
    }

    @Override
    public Cancellable onContact(Consumer<ContactEvent> listener) {
        return events.add(listener);
    }
}
