package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.Timekeeper;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadySocketsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final byte INDICATION = 0x11;
    private static final byte[] OUTSIDE = {(byte) 203, 0, 113, 7};

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final Set<Integer> reminded = ConcurrentHashMap.newKeySet();
    private DatagramSocket server;
    private ReadySockets sockets;

    /** How the server answers. */
    private enum Manner {
        WELL,
        NOT_AT_ALL,
        WITH_ANOTHER_ID
    }

    private void open(Manner manner) throws IOException {
        open(manner, Timekeeper.system());
    }

    private void open(Manner manner, Timekeeper time) throws IOException {
        server = new DatagramSocket(new InetSocketAddress(HERE, 0));
        Thread.ofVirtual().start(() -> serve(manner));
        sockets = new ReadySockets(
                new StunServer("127.0.0.1", server.getLocalPort()),
                here -> {
                    opened.incrementAndGet();
                    return RtpSocket.open(HERE, PortRange.ANY).shown(() -> here);
                },
                time);
    }

    private void serve(Manner manner) {
        var packet = new DatagramPacket(new byte[500], 500);
        try {
            while (true) {
                server.receive(packet);
                if (packet.getData()[1] == INDICATION) {
                    reminded.add(packet.getPort());
                    continue;
                }
                asked.incrementAndGet();
                if (manner == Manner.NOT_AT_ALL) continue;
                byte[] answer = answer(packet.getData(), packet.getPort());
                if (manner == Manner.WITH_ANOTHER_ID) answer[9]++;
                server.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            assertThat(e).isInstanceOf(SocketException.class);
        }
    }

    /** Seen at 203.0.113.7, at the port it has plus one. */
    private static byte[] answer(byte[] request, int port) {
        return ByteBuffer.allocate(32)
                .putShort((short) 0x0101)
                .putShort((short) 12)
                .put(Arrays.copyOfRange(request, 4, 20))
                .putInt(0x0001_0008)
                .putShort((short) 1)
                .putShort((short) (port + 1))
                .put(OUTSIDE)
                .array();
    }

    @AfterEach
    void close() {
        if (sockets != null) sockets.close();
        if (server != null) server.close();
    }

    private static void until(BooleanSupplier is) {
        boolean was = is.getAsBoolean();
        for (int i = 0; i < 3000 && !was; i++) {
            LockSupport.parkNanos(10_000_000);
            was = is.getAsBoolean();
        }
        assertThat(was).isTrue();
    }

    private RtpSocket taken() {
        var found = new java.util.concurrent.atomic.AtomicReference<RtpSocket>();
        until(() -> {
            if (found.get() == null) sockets.take().ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    @Test
    void a_socket_knows_beforehand_where_it_is_seen() throws IOException {
        open(Manner.WELL);
        sockets.way(Optional.of(HERE));
        RtpSocket first = taken();
        assertThat(first.address().getAddress().getAddress()).isEqualTo(OUTSIDE);
        RtpSocket second = taken();
        assertThat(second.address()).isNotEqualTo(first.address());
        first.close();
        second.close();
    }

    @Test
    void nobody_is_asked_while_the_server_is_near() throws IOException {
        open(Manner.WELL);
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        assertThat(sockets.take()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_dead_server_costs_a_call_nothing() throws IOException {
        open(Manner.NOT_AT_ALL);
        sockets.way(Optional.of(HERE));
        until(() -> asked.get() > 0);
        long begun = System.nanoTime();
        assertThat(sockets.take()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void who_does_not_know_the_question_cannot_answer_it() throws IOException {
        open(Manner.WITH_ANOTHER_ID);
        sockets.way(Optional.of(HERE));
        until(() -> asked.get() > 1);
        assertThat(sockets.take()).isEmpty();
    }

    /** The server has no address of the family: each look-up fails. */
    @Test
    void look_ups_that_fail_leave_nothing_behind() throws IOException {
        open(Manner.WELL);
        sockets.way(Optional.of(InetAddress.ofLiteral("2001:db8::1")));
        until(() -> opened.get() > 0);
        int before = opened.get();
        sockets.way(Optional.of(InetAddress.ofLiteral("2001:db8::2")));
        until(() -> opened.get() > before);
        sockets.way(Optional.of(HERE));
        taken().close();
    }

    @Test
    void a_socket_that_a_call_has_is_not_forgotten_while_it_rings() throws IOException {
        var time = new SettableTime();
        open(Manner.WELL, time);
        sockets.way(Optional.of(HERE));
        RtpSocket ringing = taken();
        int port = ringing.address().getPort() - 1;
        assertThat(reminded).isEmpty();
        time.pass(Duration.ofSeconds(16));
        until(() -> reminded.contains(port));
        ringing.close();
        assertThat(reminded).containsExactly(port);
    }

    @Test
    void what_was_seen_by_another_way_counts_no_more() throws IOException {
        open(Manner.WELL);
        sockets.way(Optional.of(HERE));
        until(() -> asked.get() > 1);
        sockets.way(Optional.of(InetAddress.ofLiteral("127.0.0.9")));
        sockets.take().ifPresent(socket -> {
            throw new AssertionError("a socket that was seen by another way");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "10.1.2.3, true",
        "192.168.7.7, true",
        "172.20.0.1, true",
        "169.254.3.4, true",
        "fd00::7, true",
        "fe80::1, true",
        "203.0.113.9, false",
        "172.40.0.1, false",
        "2001:db8::1, false"
    })
    void a_server_on_the_local_network_sees_us_as_we_are(String server, boolean near) {
        assertThat(ReadySockets.isNear(InetAddress.ofLiteral(server))).isEqualTo(near);
    }

    @Test
    void what_a_call_offers_is_where_it_is_seen_from_outside() throws IOException {
        open(Manner.WELL);
        try (var plane = new RtpMediaPlane(
                () -> HERE,
                PortRange.ANY,
                new MemoryDevices(new short[Pcm.FRAME]),
                call -> CallTap.NONE,
                Timekeeper.system())) {
            plane.ask(new StunServer("127.0.0.1", server.getLocalPort()));
            var outside = InetAddress.ofLiteral("203.0.113.9");
            plane.way(outside, HERE);
            until(() -> {
                try {
                    var leg = plane.open(new amends.telephony.CallId("c@test"));
                    byte[] offered = leg.local().address().getAddress().getAddress();
                    leg.close();
                    return Arrays.equals(offered, OUTSIDE);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stun.example.org, stun.example.org, 3478",
        "stun.example.org:19302, stun.example.org, 19302",
        "192.0.2.1:3479, 192.0.2.1, 3479",
        "[2001:db8::1]:3479, 2001:db8::1, 3479",
        "[2001:db8::1], 2001:db8::1, 3478"
    })
    void a_server_is_named_with_its_port_or_without(String text, String host, int port) {
        assertThat(StunServer.of(text)).isEqualTo(new StunServer(host, port));
    }
}
