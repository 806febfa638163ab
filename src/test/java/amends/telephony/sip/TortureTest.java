package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import amends.sip.Transport;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.ConnectionState;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The torture messages, and worse, sent as they are by the server itself at a phone with a live call. */
@BesideOthers
@ParameterizedClass
@EnumSource(
        value = Transport.class,
        names = {"UDP", "TCP"})
class TortureTest {
    @Parameter
    Transport transport;

    private ScriptedPeer peer;
    private Desk desk;
    private Caller caller;
    private final AtomicInteger sequence = new AtomicInteger();

    @BeforeEach
    void a_call_is_up() throws Exception {
        peer = new ScriptedPeer(transport);
        desk = Desk.registeredAt(peer, transport);
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

    @Test
    void every_message_there_is_has_its_line() {
        assertThat(TortureMessages.ANSWERS.stream().map(line -> line.split(", ")[0]))
                .containsExactlyElementsOf(TortureMessages.names());
    }

    @Test
    void each_is_answered_as_the_rfc_wants_and_options_after_each() {
        var odd = new ArrayList<String>();
        for (String line : TortureMessages.ANSWERS) {
            String[] row = line.split(", ");
            String expected = row[transport == Transport.UDP ? 1 : 2];
            byte[] message = TortureMessages.read(row[0]);
            send(message);
            if (!expected.equals(TortureMessages.NOTHING)) {
                String status = finalOr180(TortureMessages.callId(message));
                if (!status.equals(expected)) odd.add(row[0] + ": " + status + " instead of " + expected);
            }
            refuseAllOthers();
            assertAlive();
        }
        assertThat(odd).isEmpty();
    }

    @Test
    void what_is_no_request_or_holds_a_second_one_gets_no_answer_for_it() {
        for (String name : List.of("bcast", "bigcode", "noreason", "scalarlg", "unreason"))
            send(TortureMessages.read("rfc4475/" + name));
        byte[] twice = TortureMessages.read("rfc4475/dblreq");
        if (transport == Transport.UDP) send(twice);
        assertAlive();

        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void noise_made_of_real_messages_does_not_hurt_it_either() {
        var random = new Random(4475);
        List<String> names = TortureMessages.names();
        for (int i = 0; i < (transport == Transport.UDP ? 3000 : 150); i++) {
            byte[] message = TortureMessages.read(names.get(random.nextInt(names.size())));
            for (int changes = random.nextInt(8); changes > 0; changes--)
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            send(message);
        }

        assertAlive();
    }

    /** The status of the first answer about that call, the 100 left out. */
    private String finalOr180(String callId) {
        for (int heard = 0; heard < 200; heard++) {
            SipText next = peer.anything(10_000);
            if (next == null) return "nothing";
            boolean about = callId.isEmpty()
                    ? next.header("Call-ID").isEmpty()
                    : next.header("Call-ID").equals(callId);
            String status = next.firstLine().split(" ")[1];
            if (about && next.firstLine().startsWith("SIP/2.0 ") && !status.equals("100")) return status;
        }
        return "only others";
    }

    private void refuseAllOthers() {
        for (var call : desk.calls()) {
            if (call.id().equals(caller.id())) continue;
            desk.on(p -> p.reject(call.id()));
            // Several messages have one Call-ID: this refusal must not be taken for the answer to the next.
            peer.hearsOf(call.id().value(), "SIP/2.0 486", 2000);
        }
    }

    private void assertAlive() {
        var options = new Caller(peer, "<sip:8@a>;tag=far");
        // A burst fills the socket's buffer, so the question may be lost and is asked again.
        Eventually.is(() -> {
            options.send("OPTIONS", sequence.incrementAndGet(), "<sip:1001@127.0.0.1>");
            return peer.hearsOf(options.id().value(), "SIP/2.0 200", 500);
        });
        assertThat(desk.calls().stream().filter(c -> c.id().equals(caller.id())))
                .singleElement()
                .extracting(c -> c.state())
                .isEqualTo(ConnectionState.CONNECTED);
    }

    private void send(byte[] message) {
        InetSocketAddress phone = ScriptedPeer.address(peer.registers.peek().contact());
        peer.send(phone, message);
    }
}
