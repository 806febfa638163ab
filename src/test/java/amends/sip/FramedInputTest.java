package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stack gets to read of a connection, and what it does not. */
class FramedInputTest {
    private static final String HEAD = "OPTIONS sip:1001@a SIP/2.0\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK1\r\n"
            + "From: <sip:8@a>;tag=1\r\nTo: <sip:9@a>\r\nCall-ID: c\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\n";
    private static final String WHOLE = HEAD + "Content-Length: 0\r\n\r\n";

    private final AtomicLong nanos = new AtomicLong();
    private ServerSocket door;
    private Socket peer;
    private GuardedSocket ours;

    @BeforeEach
    void a_connection() throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var gate = new WireGate(WireLimits.EXCHANGE, Optional.empty(), new SteppedTime());
        ours = new GuardedSocket(gate, gone -> {});
        ours.connect(door.getLocalSocketAddress());
        peer = door.accept();
        peer.setSoTimeout(20_000);
    }

    @AfterEach
    void close() throws IOException {
        peer.close();
        ours.close();
        door.close();
    }

    @Test
    void a_message_in_pieces_is_read_whole() throws IOException {
        say(WHOLE.substring(0, 10));
        say(WHOLE.substring(10));

        assertThat(read(WHOLE.length())).isEqualTo(WHOLE);
    }

    @Test
    void two_in_one_piece_are_two() throws IOException {
        say(WHOLE + "\r\n" + WHOLE);

        assertThat(read(2 * WHOLE.length())).isEqualTo(WHOLE + WHOLE);
    }

    @Test
    void what_is_malformed_is_answered_and_the_next_is_read() throws IOException {
        String bad = WHOLE.replace("CSeq: 1 OPTIONS", "CSeq: x OPTIONS");
        say(bad + WHOLE);

        assertThat(read(WHOLE.length())).isEqualTo(WHOLE);
        assertThat(answer()).startsWith("SIP/2.0 400 Malformed CSeq\r\n").contains("Call-ID: c\r\n");
    }

    @Test
    void a_question_whether_we_are_there_is_answered() throws IOException {
        say("\r\n\r\n" + WHOLE);

        assertThat(read(WHOLE.length())).isEqualTo(WHOLE);
        assertThat(answer()).isEqualTo("\r\n");
    }

    @Test
    void without_a_length_nobody_knows_where_the_next_begins() throws IOException {
        say(HEAD + "\r\n" + WHOLE);

        assertEnded();
        assertThat(answer()).startsWith("SIP/2.0 400 Missing Content-Length");
    }

    @Test
    void two_lengths_end_the_connection() throws IOException {
        say(HEAD + "Content-Length: 0\r\nContent-Length: 4\r\n\r\nabcd" + WHOLE);

        assertEnded();
        assertThat(answer()).startsWith("SIP/2.0 400 More than one content-length");
    }

    @Test
    void a_head_without_end_ends_the_connection() throws IOException {
        say(HEAD + "X: " + "x".repeat(WireLimits.MOST_HEAD));

        assertEnded();
    }

    @Test
    void a_body_too_long_ends_the_connection_before_it_comes() throws IOException {
        say(HEAD + "Content-Length: 999999999\r\n\r\n");

        assertEnded();
    }

    @Test
    void a_message_that_drips_ends_the_connection() throws IOException {
        Thread dripping = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < WHOLE.length(); i++) {
                    nanos.addAndGet(1_000_000_000L);
                    say(WHOLE.substring(i, i + 1));
                    Thread.sleep(2);
                }
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertEnded();
        dripping.interrupt();
    }

    private void say(String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String read(int bytes) throws IOException {
        return new String(ours.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    private String answer() throws IOException {
        var buffer = new byte[4_096];
        int read = peer.getInputStream().read(buffer);
        return new String(buffer, 0, Math.max(0, read), StandardCharsets.ISO_8859_1);
    }

    private void assertEnded() {
        try {
            InputStream in = ours.getInputStream();
            assertThat(in.read()).isEqualTo(-1);
        } catch (SocketException e) {
            assertThat(ours.isClosed()).isTrue();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(ours.isClosed()).isTrue();
    }

    private final class SteppedTime implements Timekeeper {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return nanos.get();
        }
    }
}
