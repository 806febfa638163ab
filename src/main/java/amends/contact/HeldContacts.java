package amends.contact;

import amends.contact.ContactJournal.Kept;
import amends.contact.ContactJournal.Left;
import amends.kernel.StoreQueue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The contacts that the database does not have yet: in memory, and in the journal for as long as that lasts. Any
 * thread.
 */
final class HeldContacts implements AutoCloseable {
    private static final int MOST = 10_000;
    private final ContactJournal journal;
    private final StoreQueue files = new StoreQueue("contact-journal", MOST);
    private final Map<UUID, Kept> unsaved = new ConcurrentHashMap<>();
    private final boolean untilClosed;

    HeldContacts(ContactJournal journal, boolean untilClosed) {
        this.journal = journal;
        this.untilClosed = untilClosed;
    }

    /**
     * Written at once, not only when the database is known to be away: a desk may be killed before anybody knows.
     * Where the database is quick the file's turn finds the contact stored, and nothing is written.
     */
    void waiting(Kept kept) {
        unsaved.put(kept.contact().id(), kept);
        inFile(kept);
    }

    void stored(Kept kept) {
        UUID id = kept.contact().id();
        if (untilClosed && kept.contact().state() != Contact.State.CLOSED) return;
        if (unsaved.containsKey(id) && !unsaved.remove(id, kept)) return;
        inFile(kept);
    }

    private void inFile(Kept kept) {
        UUID id = kept.contact().id();
        files.put(id, () -> bringUpToDate(id));
    }

    private void bringUpToDate(UUID contact) {
        Kept newest = unsaved.get(contact);
        if (newest == null) journal.drop(contact);
        else journal.keep(newest);
    }

    /** @param ours what is of this run and therefore still in hand */
    List<Left> leftByAnother(Set<UUID> ours) {
        return journal.left().stream()
                .filter(left -> !ours.contains(left.contact().id()))
                .toList();
    }

    void replayed(UUID contact) {
        files.put(contact, () -> journal.drop(contact));
    }

    @Override
    public void close() {
        files.close();
    }
}
