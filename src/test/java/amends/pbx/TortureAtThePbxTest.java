package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The torture messages at the exchange: protocol errors are told before anybody is asked who they are. */
class TortureAtThePbxTest {
    private static final Path FOLDER = Path.of("src/test/resources");
    private EmbeddedPbx pbx;
    private DatagramSocket socket;

    @BeforeEach
    void open() throws Exception {
        pbx = EmbeddedPbx.start(EmbeddedPbxTest.config(), Timekeeper.system());
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() {
        socket.close();
        pbx.close();
    }

    @ParameterizedTest
    @CsvSource({
        "rfc4475/badvers, 505",
        "rfc4475/unkscm, 416",
        "rfc4475/bext01, 420",
        "rfc4475/invut, 415",
        "rfc4475/sdp01, 406",
        "rfc4475/scalar02, 400",
        "rfc4475/insuf, 400",
        "rfc4475/multi01, 400",
        "rfc4475/mcl01, 400",
        "rfc4475/badinv01, 400",
        "rfc4475/ncl, 400",
        "rfc5118/4.02-ipv6-bad, 400"
    })
    void what_the_rfc_wants_refused_is_refused(String message, String status) throws Exception {
        send(Files.readAllBytes(FOLDER.resolve(message + ".dat")));

        assertThat(heard(10_000)).startsWith("SIP/2.0 " + status);
    }

    /** RFC 3261 §12.2.2: who asks whether a call is still there must not be told that all is well. */
    @ParameterizedTest
    @CsvSource({"<sip:800@127.0.0.1>;tag=gone, 481", "<sip:800@127.0.0.1>, 200"})
    void who_asks_within_a_call_that_is_not_known_is_told_so(String to, String status) throws Exception {
        send("""
                OPTIONS sip:800@127.0.0.1 SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bKask%s
                From: <sip:1001@127.0.0.1>;tag=desk
                To: %s
                Call-ID: forgotten-%s@desk
                CSeq: 7 OPTIONS
                Max-Forwards: 70
                Content-Length: 0

                """.formatted(socket.getLocalPort(), status, to, status)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(heard(10_000)).startsWith("SIP/2.0 " + status);
    }

    @Test
    void after_all_of_them_a_telephone_still_signs_in() throws Exception {
        for (Path file : files()) send(Files.readAllBytes(file));

        try (var phone = RawPhone.udp("1001", "pw1001", pbx.sipPort())) {
            assertThat(phone.register(60).status()).isEqualTo(200);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> one = Files.list(FOLDER.resolve("rfc4475"));
                Stream<Path> other = Files.list(FOLDER.resolve("rfc5118"))) {
            return Stream.concat(one, other)
                    .filter(f -> f.toString().endsWith(".dat"))
                    .sorted()
                    .toList();
        }
    }

    private void send(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length, InetAddress.getLoopbackAddress(), pbx.sipPort()));
    }

    private String heard(int ms) throws IOException {
        var packet = new DatagramPacket(new byte[8_192], 8_192);
        socket.setSoTimeout(ms);
        try {
            do socket.receive(packet);
            while (text(packet).startsWith("SIP/2.0 100"));
            return text(packet);
        } catch (SocketTimeoutException e) {
            return "nothing";
        }
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }
}
