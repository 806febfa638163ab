package amends.contact;

import amends.contact.Contact.State;
import amends.contact.ContactCourse.Next;
import amends.contact.ContactJournal.Kept;
import amends.contact.ContactJournal.Left;
import amends.contact.Contacts.LeftOpen;
import amends.kernel.Cancellable;
import amends.kernel.StoreQueue;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes contacts behind the call loop, in order. Until they are stored they are held, and kept in the desk's journal
 * too, in case the desk dies before.
 */
public final class ContactWriting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ContactWriting.class);
    private final Contacts contacts;
    private final Transactions transactions;
    private final StoreQueue queue;
    private final HeldContacts held;
    private final List<Consumer<Contact>> closings = new CopyOnWriteArrayList<>();
    /** Contacts of this run of the desk: whatever else is open was left by a dead one. */
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();

    public ContactWriting(Contacts contacts, Transactions transactions, StoreQueue queue) {
        this(contacts, transactions, queue, ContactJournal.none());
    }

    public ContactWriting(Contacts contacts, Transactions transactions, StoreQueue queue, ContactJournal journal) {
        this(contacts, transactions, queue, journal, false);
    }

    /**
     * @param untilClosed whether what the database has stays in the journal until it is closed: where the database is a
     *     file of the desk itself, which may lose what it took last when the desk is killed
     */
    public ContactWriting(
            Contacts contacts,
            Transactions transactions,
            StoreQueue queue,
            ContactJournal journal,
            boolean untilClosed) {
        this.contacts = contacts;
        this.transactions = transactions;
        this.queue = queue;
        held = new HeldContacts(journal, untilClosed);
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
        changed(contact, "");
    }

    void changed(Contact contact, String note) {
        // A key keeps its place in the queue: what comes after the closing must not be written before it.
        String what = contact.state() == Contact.State.CLOSED ? "contact after closing" : "contact";
        put(what, new Kept(contact, note), () -> contacts.save(contact));
    }

    void draft(Contact contact, String note) {
        put("note", new Kept(contact, note), () -> contacts.draft(contact.id(), note));
    }

    void stillOpen(UUID contact) {
        queue.put(new Key("sign of life", contact), () -> contacts.stillOpen(contact));
    }

    void closed(Contact contact, String note, Runnable stored) {
        put("closing", new Kept(contact, note), () -> {
            close(contact);
            stored.run();
        });
    }

    private void put(String what, Kept kept, Runnable work) {
        held.waiting(kept);
        queue.put(new Key(what, kept.contact().id()), () -> {
            work.run();
            held.stored(kept);
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

    void recover(UUID agent, Consumer<List<LeftOpen>> found) {
        queue.put(new Key("recovery", agent), () -> {
            var interrupted = new ArrayList<LeftOpen>();
            List<Left> journaled = held.leftByAnother(ours);
            Map<UUID, Instant> seen = lastSeen(journaled);
            for (Left left : journaled) replay(seenLast(left, seen)).ifPresent(interrupted::add);
            for (LeftOpen left : contacts.leftOpen(agent))
                if (!ours.contains(left.contact().id())) interrupted.add(interrupt(left));
            found.accept(List.copyOf(interrupted));
        });
    }

    /** Of whoever left something: another may sit here today. */
    private Map<UUID, Instant> lastSeen(List<Left> journaled) {
        return journaled.stream()
                .map(left -> left.contact().agent())
                .distinct()
                .flatMap(agent -> contacts.leftOpen(agent).stream())
                .collect(Collectors.toMap(left -> left.contact().id(), LeftOpen::lastSeen));
    }

    /** The database may have heard of the desk after the journal did. */
    private static Left seenLast(Left left, Map<UUID, Instant> seen) {
        Instant later = seen.getOrDefault(left.contact().id(), left.writtenAt());
        return later.isAfter(left.writtenAt()) ? new Left(left.contact(), left.note(), later) : left;
    }

    /** Stores what waited in the journal of a dead desk, unless the database came further than that. */
    private Optional<LeftOpen> replay(Left left) {
        Contact contact = left.contact();
        Optional<LeftOpen> interrupted = Optional.empty();
        if (!isFurther(contacts.byId(contact.id()).map(Contact::state), contact.state())) {
            if (contact.state() == State.CLOSED) close(contact);
            else interrupted = Optional.of(interrupt(new LeftOpen(contact, left.note(), left.writtenAt())));
            contacts.draft(contact.id(), left.note());
        }
        held.replayed(contact.id());
        LOG.info("call {}: the journal of a dead desk is stored", contact.call());
        return interrupted;
    }

    private static boolean isFurther(Optional<State> row, State journaled) {
        if (journaled == State.CLOSED) return row.equals(Optional.of(State.CLOSED));
        return row.filter(state -> state.compareTo(journaled) > 0).isPresent();
    }

    private LeftOpen interrupt(LeftOpen left) {
        Next next = ContactCourse.next(left.contact(), new ContactStep.DeskDied(left.lastSeen()));
        if (!(next instanceof Next.Changed(var contact, var effect))) return left;
        contacts.save(contact);
        LOG.info("call {}: its desk died, the contact is kept as interrupted", contact.call());
        return new LeftOpen(contact, left.note(), left.lastSeen());
    }

    /** Waits until the journal is on the disk. Close the store queue first. */
    @Override
    public void close() {
        held.close();
    }
}
