package amends.recovery;

import amends.kernel.StoreQueue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The complaints that the database does not have yet: in memory, and in the journal for as long as that lasts. */
public final class HeldComplaints implements AutoCloseable {
    private static final int MOST = 1_000;
    private final ComplaintJournal journal;
    private final StoreQueue files = new StoreQueue("complaint-journal", MOST);
    private final Map<UUID, ComplaintDraft> unsaved = new ConcurrentHashMap<>();

    public HeldComplaints(ComplaintJournal journal) {
        this.journal = journal;
    }

    /** Any thread; returns at once. Written though nobody knows yet whether the database is away. */
    void waiting(ComplaintDraft draft) {
        unsaved.put(draft.id(), draft);
        files.put(draft.id(), () -> bringUpToDate(draft.id()));
    }

    void stored(UUID draft) {
        unsaved.remove(draft);
        files.put(draft, () -> bringUpToDate(draft));
    }

    private void bringUpToDate(UUID draft) {
        ComplaintDraft newest = unsaved.get(draft);
        if (newest == null) journal.drop(draft);
        else journal.keep(newest);
    }

    /** What an earlier run of the desk could not store. Blocks. */
    List<ComplaintDraft> leftByAnother() {
        return journal.left().stream()
                .filter(draft -> !unsaved.containsKey(draft.id()))
                .toList();
    }

    /** Waits until the journal is on the disk. */
    @Override
    public void close() {
        files.close();
    }
}
