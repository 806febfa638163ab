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
 * The contacts that the database does not have yet. As long as it answers they are only in memory; from the first
 * refusal until it answers again they are in the journal too. Any thread.
 */
final class HeldContacts implements AutoCloseable {
    private static final int MOST = 10_000;
    private final ContactJournal journal;
    private final StoreQueue files = new StoreQueue("contact-journal", MOST);
    private final Map<UUID, Kept> unsaved = new ConcurrentHashMap<>();
    private final Set<UUID> journaled = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    HeldContacts(ContactJournal journal) {
        this.journal = journal;
    }

    void waiting(Kept kept) {
        unsaved.put(kept.contact().id(), kept);
        if (away) write(kept);
    }

    void away(Kept refused) {
        boolean fresh = unsaved.putIfAbsent(refused.contact().id(), refused) == null;
        boolean before = away;
        // First said, then written: what comes to wait at this moment sees it, or is among the written.
        away = true;
        if (!before) unsaved.values().forEach(this::write);
        else if (fresh) write(refused);
    }

    void stored(Kept kept) {
        away = false;
        UUID id = kept.contact().id();
        if (unsaved.containsKey(id) && !unsaved.remove(id, kept)) return;
        if (journaled.remove(id)) files.put(id, () -> bringUpToDate(id));
    }

    private void write(Kept kept) {
        journaled.add(kept.contact().id());
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
