package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.ConnectionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The torture messages of RFC 4475, and worse, sent by the server itself at a phone with a live call. */
class TortureTest {
    private static final Path MESSAGES = Path.of("src/test/resources/rfc4475");
    private ScriptedPeer peer;
    private Desk desk;
    private Caller caller;

    @BeforeEach
    void a_call_is_up() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        desk = Desk.registeredAt(peer, Transport.UDP);
        caller = new Caller(peer, "<sip:8@a>;tag=far");
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "badvers, 505",
        "unkscm, 416",
        "bext01, 420",
        "invut, 415",
        "sdp01, 406",
        "scalar02, 400",
        "multi01, 400",
        "mcl01, 400",
        "badinv01, 400",
        "ncl, 400"
    })
    void what_the_rfc_wants_refused_is_refused(String message, String status) {
        send(toUs(read(message)));

        assertThat(peer.take("SIP/2.0 4", "SIP/2.0 5").firstLine()).startsWith("SIP/2.0 " + status);
    }

    /** It names no call to answer to: insuf lacks Call-ID, From and To. */
    @Test
    void what_cannot_be_answered_is_dropped() throws Exception {
        send(toUs(read("insuf")));
        send(toUs(read("bcast")));

        assertThat(peer.hears("SIP/2.0", 300)).isFalse();
    }

    @Test
    void none_of_them_hurts_the_call_that_is_up() throws Exception {
        for (Path file : files()) {
            send(toUs(Files.readAllBytes(file)));
        }

        assertAlive();
    }

    @Test
    void noise_made_of_real_messages_does_not_hurt_it_either() throws Exception {
        var random = new Random(4475);
        List<Path> files = files();
        for (int i = 0; i < 3000; i++) {
            byte[] message = toUs(Files.readAllBytes(files.get(random.nextInt(files.size()))));
            for (int changes = random.nextInt(8); changes > 0; changes--)
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            send(message);
        }

        assertAlive();
    }

    private void assertAlive() {
        var options = new Caller(peer, "<sip:8@a>;tag=far");
        var sequence = new AtomicInteger();
        // A burst fills the socket's buffer, so the question may be lost and is asked again.
        Eventually.is(() -> {
            options.send("OPTIONS", sequence.incrementAndGet(), "<sip:1001@127.0.0.1>");
            return peer.hearsOf(options.id().value(), "SIP/2.0 200", 300);
        });
        assertThat(desk.calls().stream().filter(c -> c.id().equals(caller.id())))
                .singleElement()
                .extracting(c -> c.state())
                .isEqualTo(ConnectionState.CONNECTED);
    }

    private void send(byte[] message) {
        peer.send(ScriptedPeer.address(peer.registers.peek().contact()), message);
    }

    /** The message as if our peer had sent it, so that the answer comes back to it. */
    private byte[] toUs(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        String via = "(?is)(\\r\\n(?:v|via)\\s*:\\s*SIP\\s*/\\s*\\d\\.0\\s*/\\s*)(?:UDP|TCP|TLS)\\s+[^\\s;,\\r]+";
        return text.replaceFirst(via, "$1UDP 127.0.0.1:" + peer.port()).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.filter(f -> f.toString().endsWith(".dat")).sorted().toList();
        }
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(MESSAGES.resolve(name + ".dat"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
