package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.LineState.Failing;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server whose door opens for nobody: connecting to it takes as long as we wait. Nothing else may wait with it. */
class StalledServerTest {
    /** Who waits for the connecting waits three seconds; a busy machine has made 1.2 of nothing. */
    private static final long LONGEST_NANOS = 2_000_000_000L;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicLong longest = new AtomicLong();
    private Desk desk;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
        for (AutoCloseable each : open) each.close();
    }

    /** Nobody accepts here, and whoever waits fills the queue: the next one's first packet is left unanswered. */
    private int stalled(int port) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        ServerSocket door = door(port);
        open.add(door);
        for (int i = 0; i < 20; i++) {
            var waiting = new Socket();
            open.add(waiting);
            try {
                waiting.connect(new InetSocketAddress(loopback, door.getLocalPort()), 200);
            } catch (SocketTimeoutException full) {
                return door.getLocalPort();
            }
        }
        throw new IOException("this system's queue has no end");
    }

    /** A port that was just left may still be held for a moment. */
    private static ServerSocket door(int port) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                if (tries == 200) throw e;
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    /** Asks the call loop something over and over until the condition is met, and keeps the longest answer. */
    private void askUntil(BooleanSupplier met) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!met.getAsBoolean() && System.nanoTime() < deadline) {
            long asked = System.nanoTime();
            desk.calls();
            longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(met.getAsBoolean()).isTrue();
    }

    @Test
    void while_the_line_waits_for_it_the_call_loop_does_not() throws Exception {
        desk = new Desk(Account.at("127.0.0.1", stalled(0), Transport.TCP, "1001", "pw1001"));
        askUntil(() -> desk.line.stream().anyMatch(Failing.class::isInstance));
        assertThat(longest.get()).isLessThan(LONGEST_NANOS);
    }

    @Test
    void nor_does_a_call_that_is_held_and_hung_up_meanwhile() throws Exception {
        var peer = new ScriptedPeer(Transport.TCP);
        desk = Desk.registeredAt(peer, Transport.TCP);
        var caller = new Caller(peer, "<sip:8@a>;tag=far");
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
        desk.media.legs.getFirst().heard = true;
        peer.close();
        stalled(peer.port());

        desk.accepted(p -> p.hold(caller.id()));
        long until = System.nanoTime() + 1_500_000_000L;
        askUntil(() -> System.nanoTime() > until);
        desk.accepted(p -> p.clear(caller.id()));
        askUntil(() -> desk.calls().isEmpty());
        assertThat(longest.get()).isLessThan(LONGEST_NANOS);
    }
}
