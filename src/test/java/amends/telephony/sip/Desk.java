package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.sip.ServerSearch;
import amends.sip.Transport;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.LineState;
import amends.telephony.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A phone on a loop of its own, with all that it says kept for a test to read. */
final class Desk implements AutoCloseable {
    final PlatformLoop loop = new PlatformLoop("call-loop");
    final FakeMediaPlane media = new FakeMediaPlane();
    final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    final BlockingQueue<LineState> line = new LinkedBlockingQueue<>();
    final SipPhone phone;
    private final Loop paced;

    Desk(Account account) {
        this(account, 1);
    }

    Desk(Account account, ServerSearch search) {
        this(account, 1, search, Routes.ofSystem());
    }

    Desk(Account account, Routes routes) {
        this(account, 1, new ServerSearch(Optional.empty(), new Random()), routes);
    }

    /** @param haste by how much the phone's own patience is shortened; the stack's timers keep their pace */
    Desk(Account account, int haste) {
        this(account, haste, new ServerSearch(Optional.empty(), new Random()), Routes.ofSystem());
    }

    private Desk(Account account, int haste, ServerSearch search, Routes routes) {
        this(account, loop -> new HastyLoop(loop, haste), search, routes);
    }

    private Desk(Account account, Function<PlatformLoop, Loop> pace, ServerSearch search, Routes routes) {
        paced = pace.apply(loop);
        phone = new SipPhone(account, media, paced, Timekeeper.system(), search, routes);
        phone.onCallEvent(events::add);
        phone.onChange(line::add);
        loop.execute(phone::open);
    }

    /** One whose time stands until it is passed, by its {@link #time}. */
    static Desk standing(Account account) {
        var search = new ServerSearch(Optional.empty(), new Random());
        return new Desk(account, StandingLoop::new, search, Routes.ofSystem());
    }

    StandingLoop time() {
        return (StandingLoop) paced;
    }

    static Desk registeredAt(ScriptedPeer peer, Transport transport) {
        var desk = new Desk(Account.at("127.0.0.1", peer.port(), transport, "1001", "pw1001"));
        desk.line(LineState.Registered.class);
        return desk;
    }

    private record HastyLoop(PlatformLoop loop, int haste) implements Loop {
        @Override
        public void execute(Runnable task) {
            loop.execute(task);
        }

        @Override
        public Cancellable after(Duration delay, Runnable task) {
            return loop.after(delay.dividedBy(haste), task);
        }
    }

    <S extends LineState> S line(Class<S> state) {
        return next(line, state);
    }

    <E extends CallEvent> E event(Class<E> kind) {
        return next(events, kind);
    }

    /** Passes over what comes before. */
    private static <T> T next(BlockingQueue<? super T> queue, Class<T> kind) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try {
            while (true) {
                Object next = queue.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                assertThat(next).as("waiting for " + kind.getSimpleName()).isNotNull();
                if (kind.isInstance(next)) return kind.cast(next);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T on(Function<SipPhone, T> request) {
        return CompletableFuture.supplyAsync(() -> request.apply(phone), loop)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    Outcome accepted(Function<SipPhone, Outcome> request) {
        Outcome outcome = on(request);
        assertThat(outcome).isEqualTo(Outcome.ACCEPTED);
        return outcome;
    }

    Outcome dialled(String destination) {
        return on(p -> p.dial(destination));
    }

    List<Call> calls() {
        return on(SipPhone::calls);
    }

    @Override
    public void close() {
        loop.execute(phone::close);
        if (paced instanceof StandingLoop standing) standing.pass(Duration.ofSeconds(5));
        CompletableFuture.supplyAsync(phone::ended, loop)
                .thenCompose(ended -> ended)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        loop.close();
    }
}
