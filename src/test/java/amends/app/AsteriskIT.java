package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AgentState;
import amends.contact.Contact;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.Timekeeper;
import amends.law.Needs;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code amends desk} at a real Asterisk, set up as {@code src/docs/interop.md} says. {@code -Damends.asterisk=HOST}. */
class AsteriskIT {
    private static final String HOST = System.getProperty("amends.asterisk", "127.0.0.1");
    /** The trunk's own address: how that Asterisk tells customers from agents. */
    private static final String TRUNK = System.getProperty("amends.asterisk.trunk", "127.0.0.2");

    private static final String MEMBER = "PJSIP/agent1001";
    private static final String DESK = """
            language: en
            sip: {server: %s, user: agent1001, password: pw1001, expires-seconds: 60}
            acd: {user: cti, secret: ctisecret, interface: "PJSIP/agent{extension}", queues: [support], after-call-seconds: 3}
            sign-in: {login: "1001"}
            recording: {announce: false}
            """.formatted(HOST);

    @TempDir
    Path folder;

    @BeforeEach
    void an_asterisk_is_up() {
        Needs.peer(HOST, 5038, "an Asterisk");
        Needs.program("sipp", "sip-tester");
    }

    @Test
    void the_desk_takes_a_queue_call_of_a_real_asterisk_and_keeps_what_was_said() throws Exception {
        Sound customer = Sound.customer();
        Path agent = Sound.agent().writeWav(folder.resolve("agent.wav"));
        try (var office = new Office(folder);
                var lead = new Lead()) {
            var desk = office.readyDesk("1001", DESK, "--audio-in", agent.toString(), "--calls", "1");
            lead.awaitMember(Map.of("Paused", "0"));
            try (var sipp =
                    SippCustomer.calls(folder, "caller-who-hangs-up.xml", "support", 5060, customer, "-i", TRUNK)) {
                desk.awaitLine("call .* rings");
                desk.awaitLine("answered");
                lead.awaitMember(Map.of("Paused", "0", "InCall", "1"));
                desk.awaitLine("over: REMOTE_HANGUP");
                assertThat(sipp.exitCode(Duration.ofSeconds(20)))
                        .as(sipp::output)
                        .isZero();
            }
            assertThat(desk.exitCode(Duration.ofSeconds(30))).as(desk::output).isZero();
            assertThat(lead.member()).as("has left the queue").isEmpty();
            assertKept(office, customer);
        }
    }

    @Test
    void the_desk_pauses_unpauses_holds_retrieves_and_hangs_up_at_a_real_asterisk() throws Exception {
        try (var seat = new Seat(folder, "1001", DESK).ready();
                var lead = new Lead()) {
            lead.awaitMember(Map.of("Paused", "0"));
            seat.stage.onLoop(() -> seat.desk.session.notReady(AgentState.Reason.MEAL));
            lead.awaitMember(Map.of("Paused", "1", "PausedReason", "Meal"));
            seat.ready();
            lead.awaitMember(Map.of("Paused", "0"));

            try (var sipp =
                    SippCustomer.calls(folder, "caller-to-queue.xml", "support", 5060, Sound.customer(), "-i", TRUNK)) {
                CallId call = seat.answersCall();
                Seat.until("hearing the customer", () -> new Sound(seat.voice.heard()).seconds() > 1);
                seat.stage.onLoop(() -> seat.desk.phone.hold(call));
                Seat.until("hold", () -> seat.stage.is(call, ConnectionState.HOLD));
                seat.stage.onLoop(() -> seat.desk.phone.retrieve(call));
                Seat.until("retrieve", () -> seat.stage.is(call, ConnectionState.CONNECTED));
                seat.stage.onLoop(() -> seat.desk.phone.clear(call));
                assertThat(sipp.exitCode(Duration.ofSeconds(20)))
                        .as(sipp::output)
                        .isZero();
                lead.awaitMember(Map.of("Paused", "1", "PausedReason", "AfterCallWork"));
                lead.awaitMember(Map.of("Paused", "0"));
            }
        }
    }

    private static void assertKept(Office office, Sound customer) throws IOException {
        Path recording = office.recordings("1001").getLast();
        String home = office.home("1001").toString();
        assertThat(Main.run("recording", "verify", recording.toString(), "--home", home))
                .isZero();
        RecordedTalk.of(office, "1001", recording).assertHolds(customer, Sound.agent());
        Contact contact = office.stored(
                "1001",
                database -> new JdbcContacts(database, Timekeeper.system(), "a reader")
                        .latest(1)
                        .getFirst());
        assertThat(contact.state()).isEqualTo(Contact.State.CLOSED);
        assertThat(contact.queue()).isEqualTo("support");
        assertThat(contact.waited()).isLessThan(Duration.ofSeconds(20));
        assertThat(contact.recording()).isPresent();
    }

    /** Somebody else who watches the queue over the manager protocol. */
    private static final class Lead implements AutoCloseable {
        private final Socket socket = new Socket(HOST, 5038);
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Lead() throws IOException {
            socket.setSoTimeout(10_000);
            in.readLine();
            send("Login", "Username: cti", "Secret: ctisecret", "Events: off");
            while (!frame().containsValue("Success")) {}
        }

        private void send(String action, String... more) throws IOException {
            String lines = String.join("\r\n", List.of(more));
            socket.getOutputStream()
                    .write(("Action: " + action + "\r\n" + lines + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        }

        private Map<String, String> frame() throws IOException {
            var frame = new HashMap<String, String>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(": ");
                if (colon > 0) frame.put(line.substring(0, colon), line.substring(colon + 2));
            }
            return frame;
        }

        /** How the queue sees the desk; empty when it does not. */
        Map<String, String> member() throws IOException {
            send("QueueStatus", "Queue: support", "Member: " + MEMBER);
            Map<String, String> found = Map.of();
            for (var frame = frame(); !"QueueStatusComplete".equals(frame.get("Event")); frame = frame())
                if (MEMBER.equals(frame.get("Location"))) found = frame;
            return found;
        }

        void awaitMember(Map<String, String> wanted) throws Exception {
            Await.until(
                    MEMBER + " as " + wanted,
                    Duration.ofSeconds(10),
                    () -> member().entrySet().containsAll(wanted.entrySet()));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
