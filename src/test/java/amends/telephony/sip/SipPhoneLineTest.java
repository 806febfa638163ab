package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Originated;
import amends.telephony.ClearCause;
import amends.telephony.LineState.Failing;
import amends.telephony.LineState.Problem;
import amends.telephony.LineState.Registered;
import amends.telephony.LineState.Unregistered;
import amends.telephony.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Registering, staying registered and coming back. */
@BesideOthers
@ParameterizedClass
@EnumSource(
        value = Transport.class,
        names = {"UDP", "TCP"})
class SipPhoneLineTest {
    @Parameter
    Transport transport;

    private ScriptedPeer peer;
    private Desk desk;

    @BeforeEach
    void a_server() throws Exception {
        peer = new ScriptedPeer(transport);
    }

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
        peer.close();
    }

    @Test
    void the_password_is_proven_and_not_sent() throws Exception {
        peer.registrar = digest("pw1001");
        desk = desk("pw1001");
        desk.line(Registered.class);

        peer.registers.poll(30, TimeUnit.SECONDS);
        SipText second = peer.registers.poll(30, TimeUnit.SECONDS);
        assertThat(second.text()).doesNotContain("pw1001");
        assertThat(second.header("CSeq")).isEqualTo("2 REGISTER");
    }

    @Test
    void a_wrong_password_is_told_and_tried_again_slowly() {
        peer.registrar = digest("pw1001");
        desk = desk("pw1002");

        Failing failing = desk.line(Failing.class);
        assertThat(failing.problem()).isEqualTo(Problem.WRONG_PASSWORD);
        assertThat(failing.retryAt()).isAfter(Instant.now().plusSeconds(20));
        assertThat(peer.registers).hasSize(2);
    }

    @Test
    void a_server_that_forbids_is_told_as_refusing() {
        peer.registrar = register -> register.reply("404 Not Found", "r");
        desk = desk("pw1001");

        assertThat(desk.line(Failing.class).problem()).isEqualTo(Problem.REFUSED);
    }

    @Test
    void the_binding_is_renewed_at_half_its_life_under_the_same_call_id() throws Exception {
        peer.registrar =
                register -> register.reply("200 OK", "r", "Contact: " + register.header("Contact") + ";expires=2");
        desk = desk("pw1001");

        SipText first = peer.registers.poll(30, TimeUnit.SECONDS);
        SipText second = peer.registers.poll(30, TimeUnit.SECONDS);
        assertThat(second.header("Call-ID")).isEqualTo(first.header("Call-ID"));
        assertThat(second.header("CSeq")).isEqualTo("2 REGISTER");
    }

    @Test
    void a_registrar_that_wants_a_longer_interval_gets_it() {
        peer.registrar = register -> {
            if (register.header("Expires").equals("120"))
                register.reply("423 Interval Too Brief", "r", "Min-Expires: 300");
            else register.reply("200 OK", "r", "Expires: " + register.header("Expires"));
        };
        desk = desk("pw1001");

        assertThat(desk.line(Registered.class).until()).isAfter(Instant.now().plusSeconds(250));
    }

    @Test
    void a_server_that_is_down_is_found_again_by_itself() throws Exception {
        int port = peer.port();
        peer.close();
        desk = new Desk(Account.at("127.0.0.1", port, transport, "1001", "pw1001"));
        if (transport == Transport.TCP)
            assertThat(desk.line(Failing.class).problem()).isEqualTo(Problem.UNREACHABLE);

        peer = new ScriptedPeer(transport, port);
        desk.line(Registered.class);
    }

    @Test
    void a_server_that_starts_anew_gets_the_registration_again() throws Exception {
        peer.registrar =
                register -> register.reply("200 OK", "r", "Contact: " + register.header("Contact") + ";expires=2");
        desk = desk("pw1001");
        desk.line(Registered.class);
        int port = peer.port();
        peer.close();
        peer = new ScriptedPeer(transport, port);

        assertThat(peer.registers.poll(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_host_that_has_no_address_is_told_and_tried_again() {
        desk = new Desk(Account.at("no-such-host.invalid", 5060, transport, "1001", "pw"));

        Failing failing = desk.line(Failing.class);
        assertThat(failing.problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(failing.reason()).contains("no-such-host.invalid");
    }

    @Test
    void without_a_registration_nothing_is_dialled() {
        peer.registrar = register -> register.reply("404 Not Found", "r");
        desk = desk("pw1001");
        desk.line(Failing.class);

        assertThat(desk.dialled("600")).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void what_is_no_destination_is_not_dialled() {
        desk = Desk.registeredAt(peer, transport);

        for (String odd : new String[] {"", "a@b", "1;x=y", "<sip:1>", "1\r\nX: y", "9".repeat(99), "sip:1"})
            assertThat(desk.dialled(odd)).as(odd).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void a_server_that_does_not_answer_a_dialled_call_is_unreachable() {
        desk = Desk.registeredAt(peer, transport);
        desk.accepted(p -> p.dial("600"));
        desk.event(Originated.class);

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.UNREACHABLE);
    }

    @Test
    void a_closed_line_may_be_opened_again() {
        desk = Desk.registeredAt(peer, transport);
        desk.loop.execute(desk.phone::close);
        desk.line(Unregistered.class);
        desk.loop.execute(desk.phone::open);

        desk.line(Registered.class);
    }

    private Desk desk(String password) {
        return new Desk(Account.at("127.0.0.1", peer.port(), transport, "1001", password));
    }

    /** A registrar that checks the digest by a computation of its own. */
    private static Consumer<SipText> digest(String password) {
        return register -> {
            String proof = register.header("Authorization");
            String uri = register.firstLine().split(" ")[1];
            String expected = md5(md5("1001:test:" + password) + ":abc:00000001:" + part(proof, "cnonce") + ":auth:"
                    + md5("REGISTER:" + uri));
            if (part(proof, "response").equals(expected)) ScriptedPeer.accept(register);
            else
                register.reply(
                        "401 Unauthorized", "r", "WWW-Authenticate: Digest realm=\"test\",nonce=\"abc\",qop=\"auth\"");
        };
    }

    private static String part(String header, String name) {
        int at = header.indexOf(name + "=\"");
        return at < 0 ? "" : header.substring(at + name.length() + 2, header.indexOf('"', at + name.length() + 2));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
