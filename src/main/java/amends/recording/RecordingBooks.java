package amends.recording;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the facts of recordings one after the other on a virtual thread of its own. While the database is away they
 * wait; what still waits when the desk ends is entered at its next start, for the vault has it all.
 */
public final class RecordingBooks implements RecordingLedger, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingBooks.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);
    private static final Runnable END = () -> {};
    private final Transactions transactions;
    private final Recordings recordings;
    private final ChainAnchors anchors;
    private final Duties duties;
    private final Timekeeper time;
    private final RecordingKeys keys;
    private final Duration patience;
    private final LinkedBlockingDeque<Runnable> waiting = new LinkedBlockingDeque<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean closing;
    private boolean away;

    public RecordingBooks(
            Transactions transactions, Recordings recordings, ChainAnchors anchors, Duties duties, Timekeeper time) {
        this(transactions, recordings, anchors, duties, time, RecordingKeys.none());
    }

    /** @param keys where each recording's key is kept, too */
    public RecordingBooks(
            Transactions transactions,
            Recordings recordings,
            ChainAnchors anchors,
            Duties duties,
            Timekeeper time,
            RecordingKeys keys) {
        this(transactions, recordings, anchors, duties, time, keys, Duration.ofSeconds(2));
    }

    /** @param patience how long to wait before a database that was away is asked again */
    RecordingBooks(
            Transactions transactions,
            Recordings recordings,
            ChainAnchors anchors,
            Duties duties,
            Timekeeper time,
            RecordingKeys keys,
            Duration patience) {
        this.transactions = transactions;
        this.recordings = recordings;
        this.anchors = anchors;
        this.duties = duties;
        this.time = time;
        this.keys = keys;
        this.patience = patience;
        thread = Thread.ofVirtual().name("recording books").start(this::work);
    }

    @Override
    public void enter(Recording recording, Optional<DeskLink> link) {
        later(() -> transactions.run(() -> store(recording, link)));
    }

    @Override
    public void key(UUID recording, byte[] secret) {
        later(() -> keys.keep(recording, secret));
    }

    @Override
    public void linked(DeskLink link) {
        later(() -> transactions.run(() -> {
            if (link.link().kind() == ChainLink.Kind.TOMBSTONE)
                recordings.delete(link.link().recording());
            store(link);
        }));
    }

    @Override
    public void enterMissing(String desk, LongConsumer missing) {
        later(() -> missing.accept(transactions.call(() -> anchors.lastStored(desk))));
    }

    private void store(Recording recording, Optional<DeskLink> link) {
        recordings.save(recording);
        link.ifPresent(this::store);
    }

    private void store(DeskLink link) {
        anchors.store(link.desk(), link.link());
        duties.add(Duty.of(ChainAnchoring.KIND, link.link().recording(), time.now()));
    }

    private void later(Runnable entry) {
        if (!waiting.offer(entry)) LOG.warn("too many recordings wait for the database; the next start enters them");
    }

    private void work() {
        try {
            for (Runnable entry = waiting.take(); entry != END; entry = waiting.take()) {
                while (!stored(entry)) {
                    if (closing) return;
                    LockSupport.parkNanos(patience.toNanos());
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("recordings still waited for the database", e);
        }
    }

    /** Whether the entry is settled, stored or refused for good. */
    private boolean stored(Runnable entry) {
        try {
            entry.run();
            away = false;
            return true;
        } catch (StoreUnavailable e) {
            if (!away) LOG.warn("the facts of recordings wait for the database: {}", e.getMessage());
            away = true;
            return false;
        } catch (Exception e) {
            LOG.error("the facts of a recording were refused", e);
            return true;
        }
    }

    /** Gives what waits a few seconds to be stored. Interrupts nothing: a database does not like that. */
    @Override
    public void close() {
        closing = true;
        if (!waiting.offer(END)) LOG.warn("too many recordings still wait for the database");
        LockSupport.unpark(thread);
        try {
            thread.join(LONGEST_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
