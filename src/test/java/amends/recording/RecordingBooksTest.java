package amends.recording;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.recording.RecordingLedger.DeskLink;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingBooksTest {
    private static final String HASH = "ab".repeat(32);
    private final AtomicInteger outages = new AtomicInteger();
    private final LinkedBlockingQueue<String> stored = new LinkedBlockingQueue<>();
    private final List<Duty> owed = new CopyOnWriteArrayList<>();
    private final Transactions transactions = new Transactions() {
        @Override
        public <T> T call(Supplier<T> work) {
            if (outages.getAndDecrement() > 0) throw new StoreUnavailable("away", null);
            return work.get();
        }
    };
    private final RecordingBooks books = new RecordingBooks(
            transactions,
            recording(Recordings.class),
            recording(ChainAnchors.class),
            recording(Duties.class),
            Timekeeper.system(),
            RecordingKeys.none(),
            Duration.ofMillis(1));

    /** A store that notes what is asked of it. */
    private <T> T recording(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, args) -> {
            if (args[0] instanceof Duty duty) owed.add(duty);
            if (args[0] instanceof Recording r && r.call().equals("refused"))
                throw new IllegalStateException("refused");
            stored.add(port.getSimpleName() + "." + method.getName());
            return method.getName().equals("lastStored") ? 7L : null;
        }));
    }

    @AfterEach
    void close() {
        books.close();
    }

    private static Recording row(String call) {
        return new Recording(
                Ids.next(),
                call,
                UUID.randomUUID(),
                "file",
                Instant.EPOCH,
                Optional.empty(),
                Duration.ZERO,
                false,
                Recording.State.RUNNING);
    }

    private static DeskLink link(ChainLink.Kind kind, UUID recording) {
        return new DeskLink("desk", ChainLink.after(Optional.empty(), kind, recording, HASH, HASH, Instant.EPOCH));
    }

    private List<String> next(int count) throws InterruptedException {
        var seen = new ArrayList<String>();
        while (seen.size() < count) seen.add(String.valueOf(stored.poll(30, TimeUnit.SECONDS)));
        return seen;
    }

    @Test
    void facts_link_and_duty_are_stored_together() throws InterruptedException {
        var row = row("call");
        books.enter(row, Optional.of(link(ChainLink.Kind.SEALED, row.id())));
        assertThat(next(3)).containsExactly("Recordings.save", "ChainAnchors.store", "Duties.add");
        assertThat(owed).singleElement().satisfies(duty -> {
            assertThat(duty.kind()).isEqualTo(ChainAnchoring.KIND);
            assertThat(duty.subject()).isEqualTo(row.id());
        });
    }

    @Test
    void what_cannot_be_stored_now_is_stored_once_the_database_is_back() throws InterruptedException {
        outages.set(20);
        books.enter(row("call"), Optional.empty());
        assertThat(next(1)).containsExactly("Recordings.save");
    }

    @Test
    void a_row_that_is_refused_does_not_stop_the_others() throws InterruptedException {
        books.enter(row("refused"), Optional.empty());
        books.enter(row("call"), Optional.empty());
        assertThat(next(1)).containsExactly("Recordings.save");
    }

    @Test
    void a_tombstone_strikes_the_recording_out() throws InterruptedException {
        books.linked(link(ChainLink.Kind.TOMBSTONE, Ids.next()));
        assertThat(next(2)).containsExactly("Recordings.delete", "ChainAnchors.store");
    }

    @Test
    void what_is_missing_is_asked_for_after_the_last_stored_link() throws InterruptedException {
        var after = new AtomicInteger();
        var asked = new CountDownLatch(1);
        books.enterMissing("desk", last -> {
            after.set((int) last);
            asked.countDown();
        });
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(after).hasValue(7);
    }

    @Test
    void closing_stores_what_waits() {
        for (int i = 0; i < 50; i++) books.enter(row("call"), Optional.empty());
        books.close();
        assertThat(stored).hasSize(50);
    }

    @Test
    void a_desk_can_end_while_the_database_is_away() {
        outages.set(Integer.MAX_VALUE);
        books.enter(row("call"), Optional.empty());
        books.close();
        assertThat(stored).isEmpty();
    }
}
