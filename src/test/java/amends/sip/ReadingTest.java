package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stack keeps one connection an address, and strikes off by address: its readers must never meet the next one. */
class ReadingTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final String MESSAGE = "OPTIONS sip:1001@a SIP/2.0\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK1\r\n"
            + "From: <sip:8@a>;tag=1\r\nTo: <sip:9@a>\r\nCall-ID: c\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\n"
            + "Content-Length: 0\r\n\r\n";

    private final WireNetwork network = new WireNetwork();
    private final CountDownLatch lost = new CountDownLatch(1);
    private final List<String> order = new CopyOnWriteArrayList<>();
    private ServerSocket door;
    private Socket ours;
    private Socket peer;

    @BeforeEach
    void a_connection_that_we_made() throws IOException {
        var gate = new WireGate(WireLimits.DESK, Optional.of(HERE), Timekeeper.system());
        network.guard(gate, Optional.empty(), true, lost::countDown);
        door = new ServerSocket(0, 1, HERE);
        ours = network.createSocket(HERE, door.getLocalPort());
        peer = door.accept();
    }

    @AfterEach
    void close() throws IOException {
        ours.close();
        peer.close();
        door.close();
    }

    @Test
    void of_two_readers_one_gets_every_message_and_the_other_the_end() throws Exception {
        var first = new FutureTask<>(this::readAll);
        peer.getOutputStream().write(MESSAGE.getBytes(StandardCharsets.US_ASCII));
        Thread reader = Thread.ofPlatform().start(first);
        awaitReading(reader);
        var second = new FutureTask<>(this::readAll);
        awaitWaiting(Thread.ofPlatform().start(second));
        OutputStream out = peer.getOutputStream();
        for (int i = 0; i < 50; i++) out.write(MESSAGE.getBytes(StandardCharsets.US_ASCII));
        peer.close();

        assertThat(first.get()).isEqualTo(MESSAGE.repeat(51));
        assertThat(second.get()).isEmpty();
    }

    @Test
    void who_leaves_goes_on_when_the_reader_has_put_its_books_in_order() throws Exception {
        awaitReading(bookkeeper());

        network.leave();
        order.add("left");

        assertThat(order).containsExactly("books in order", "left");
    }

    @Test
    void a_lost_connection_is_told_when_the_reader_has_put_its_books_in_order() throws Exception {
        Thread reader = bookkeeper();
        awaitReading(reader);
        peer.close();

        lost.await();
        order.add("told");

        assertThat(order).containsExactly("books in order", "told");
    }

    @Test
    void a_write_that_fails_does_so_when_the_reader_has_put_its_books_in_order() throws Exception {
        awaitReading(bookkeeper());
        OutputStream out = ours.getOutputStream();
        ours.shutdownOutput();

        try {
            out.write(1);
        } catch (IOException e) {
            order.add("failed");
        }

        assertThat(order).containsExactly("books in order", "failed");
    }

    /** Reads to the end, and then takes its time. */
    private Thread bookkeeper() {
        return Thread.ofPlatform().start(() -> {
            try {
                readAll();
                ours.close();
                LockSupport.parkNanos(50_000_000);
                order.add("books in order");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private String readAll() throws IOException {
        var read = new ByteArrayOutputStream();
        var buffer = new byte[1_024];
        InputStream in = ours.getInputStream();
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) read.write(buffer, 0, n);
        } catch (IOException e) {
            // Closed by ourselves: the end as well.
        }
        return read.toString(StandardCharsets.US_ASCII);
    }

    /** What waits in a socket's read runs, as Java sees it; its frames tell. */
    private static void awaitReading(Thread reader) {
        while (List.of(reader.getStackTrace()).stream()
                .noneMatch(at -> at.getClassName().contains("NioSocketImpl"))) Thread.onSpinWait();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) Thread.onSpinWait();
    }
}
