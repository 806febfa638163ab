package amends.contact;

import amends.contact.ContactCourse.Next;
import amends.kernel.Cancellable;
import amends.kernel.StoreQueue;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes contacts behind the call loop, in order, holding them while the database is away. */
public final class ContactWriting {
    private static final Logger LOG = LoggerFactory.getLogger(ContactWriting.class);
    private final Contacts contacts;
    private final Transactions transactions;
    private final StoreQueue queue;
    private final List<Consumer<Contact>> closings = new CopyOnWriteArrayList<>();
    /** Contacts of this run of the desk: whatever else is open was left by a dead one. */
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();

    public ContactWriting(Contacts contacts, Transactions transactions, StoreQueue queue) {
        this.contacts = contacts;
        this.transactions = transactions;
        this.queue = queue;
    }

    /**
     * Joins the transaction in which a contact closes: what must follow from it (duties) is kept with it or not at
     * all. Called on the store's thread, again when the transaction is tried again. A listener that throws loses its
     * follow-ups, never the contact.
     */
    public Cancellable onClosing(Consumer<Contact> listener) {
        closings.add(listener);
        return () -> closings.remove(listener);
    }

    private record Key(String what, UUID contact) {}

    void begun(Contact contact) {
        ours.add(contact.id());
        changed(contact);
    }

    void changed(Contact contact) {
        queue.put(new Key("contact", contact.id()), () -> contacts.save(contact));
    }

    void draft(UUID contact, String note) {
        queue.put(new Key("note", contact), () -> contacts.draft(contact, note));
    }

    void stillOpen(UUID contact) {
        queue.put(new Key("sign of life", contact), () -> contacts.stillOpen(contact));
    }

    void closed(Contact contact, Runnable stored) {
        queue.put(new Key("closing", contact.id()), () -> {
            close(contact);
            stored.run();
        });
    }

    private void close(Contact contact) {
        try {
            transactions.run(() -> {
                contacts.save(contact);
                closings.forEach(listener -> listener.accept(contact));
            });
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("call {}: what should follow the contact failed; the contact is kept alone", contact.call(), e);
            contacts.save(contact);
        }
    }

    void recover(UUID agent, Consumer<List<Contacts.LeftOpen>> found) {
        queue.put(new Key("recovery", agent), () -> {
            var interrupted = new ArrayList<Contacts.LeftOpen>();
            for (Contacts.LeftOpen left : contacts.leftOpen(agent))
                if (!ours.contains(left.contact().id())) interrupted.add(interrupt(left));
            found.accept(List.copyOf(interrupted));
        });
    }

    private Contacts.LeftOpen interrupt(Contacts.LeftOpen left) {
        Next next = ContactCourse.next(left.contact(), new ContactStep.DeskDied(left.lastSeen()));
        if (!(next instanceof Next.Changed(var contact, var effect))) return left;
        contacts.save(contact);
        LOG.info("call {}: its desk died, the contact is kept as interrupted", contact.call());
        return new Contacts.LeftOpen(contact, left.note(), left.lastSeen());
    }
}
