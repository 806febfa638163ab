package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.ClearCause;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Strangers, liars and odd requests. */
@ParameterizedClass
@EnumSource(Transport.class)
class HostilePeerTest {
    @Parameter
    Transport transport;

    private ScriptedPeer peer;
    private ScriptedPeer stranger;
    private Desk desk;

    @BeforeEach
    void a_desk_and_a_stranger() throws Exception {
        peer = new ScriptedPeer(transport);
        stranger = new ScriptedPeer(transport, "127.0.0.2", 0);
        desk = Desk.registeredAt(peer, transport);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
        stranger.close();
    }

    @Test
    void an_invite_of_a_stranger_does_not_ring() {
        var call = new Caller(stranger, "<sip:8@a>;tag=x", phone());
        call.invite(Caller.SDP);

        call.ack(stranger.take("SIP/2.0 403"));
        assertThat(desk.events).isEmpty();
    }

    @Test
    void html_in_a_name_stays_text_on_one_line() {
        assertThat(nameOf("\"<html><img src=http://x>\\\"\"")).isEqualTo("<html><img src=http://x>\"");
    }

    @Test
    void a_name_folded_over_lines_is_one_line() {
        assertThat(nameOf("\"two\r\n lines\"")).doesNotContain("\r", "\n").startsWith("two");
    }

    @Test
    void a_name_with_codes_that_turn_the_text_around_loses_them() {
        assertThat(nameOf("\"a\u202Eb\u0007c\"")).isEqualTo("ab c");
    }

    @Test
    void a_name_of_10000_characters_is_cut() {
        assertThat(nameOf("\"" + "王".repeat(10_000) + "\"")).hasSize(80);
    }

    @ParameterizedTest
    @CsvSource({
        "BYE, <sip:1001@a>;tag=none, 481",
        "REFER, <sip:1001@a>;tag=none, 481",
        "REFER, <sip:1001@a>, 403",
        "NOTIFY, <sip:1001@a>, 481",
        "UPDATE, <sip:1001@a>;tag=none, 481",
        "INVITE, <sip:1001@a>;tag=none, 481",
        "CANCEL, <sip:1001@a>, 481",
        "MESSAGE, <sip:1001@a>, 405",
        "WHATEVER, <sip:1001@a>, 405",
        "OPTIONS, <sip:1001@a>, 200"
    })
    void what_fits_no_call_is_answered_for_what_it_is(String method, String to, String status) {
        new Caller(peer, "<sip:8@a>;tag=x").send(method, 1, to, "Event: x", "Subscription-State: active");

        assertThat(peer.take("SIP/2.0 4", "SIP/2.0 2").firstLine()).startsWith("SIP/2.0 " + status);
    }

    @Test
    void the_caller_is_told_what_methods_there_are() {
        new Caller(peer, "<sip:8@a>;tag=x").send("MESSAGE", 1, "<sip:1001@a>");

        assertThat(peer.take("SIP/2.0 405").header("Allow")).contains("INVITE").contains("BYE");
    }

    @Test
    void nobody_outside_is_called_because_a_message_wants_it() {
        var call = new Caller(peer, "<sip:8@a>;tag=x");
        SipText ok = answered(call);
        call.send("REFER", 2, ok.header("To"), "Refer-To: <sip:evil@192.0.2.66>");

        peer.take("NOTIFY").reply("200 OK", "");
        assertThat(peer.hears("INVITE", 200)).isFalse();
        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void a_caller_gone_before_its_ack_is_hung_up_by_bye() {
        var call = new Caller(peer, "<sip:8@a>;tag=x");
        call.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(call.id()));
        SipText ok = peer.take("SIP/2.0 200");
        call.send("BYE", 2, ok.header("To"));

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REMOTE_HANGUP);
    }

    @Test
    void a_hang_up_before_the_ack_waits_for_it_on_the_wire_only() {
        var call = new Caller(peer, "<sip:8@a>;tag=x");
        call.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(call.id()));
        SipText ok = peer.take("SIP/2.0 200");
        desk.accepted(p -> p.clear(call.id()));
        desk.event(ConnectionCleared.class);
        call.ack(ok);

        peer.take("BYE").reply("200 OK", "");
    }

    @Test
    void ten_calls_at_once_do_not_all_ring() {
        for (int i = 0; i < 10; i++) new Caller(peer, "<sip:8@a>;tag=x").invite(Caller.SDP);

        peer.take("SIP/2.0 486");
        assertThat(desk.calls()).hasSize(8);
    }

    @Test
    void a_challenge_to_a_request_within_a_call_is_answered_to_the_server_only() throws Exception {
        var call = new Caller(peer, "<sip:8@a>;tag=x");
        answered(call);
        desk.accepted(p -> p.hold(call.id()));
        peer.take("INVITE").reply("401 Unauthorized", "", "WWW-Authenticate: Digest realm=\"r\",nonce=\"n\"");

        peer.take("ACK");
        SipText again = peer.take("INVITE");
        assertThat(again.header("Authorization")).contains("nonce=\"n\"");
        again.reply("403 Forbidden", "");
    }

    @Test
    void a_challenge_of_somebody_else_is_not_answered() throws Exception {
        if (transport == Transport.TCP) return;
        desk.accepted(p -> p.dial("600"));
        SipText invite = peer.take("INVITE");
        String challenge = new SipText(invite.text(), t -> {})
                .reply("401 Unauthorized", "s", "WWW-Authenticate: Digest realm=\"r\",nonce=\"n\"")
                .text();
        stranger.send(phone(), challenge);

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REJECTED);
        assertThat(peer.hears("INVITE", 500)).isFalse();
    }

    @Test
    void a_peer_that_connects_and_says_nothing_stops_nobody() throws Exception {
        if (transport == Transport.UDP) return;
        var silent = new java.net.Socket();
        silent.connect(ScriptedPeer.address(phone()));
        silent.getOutputStream().write("INVITE sip:1001@a SIP/2.0\r\nVia: ".getBytes());

        CompletableFuture.runAsync(() -> answered(new Caller(peer, "<sip:8@a>;tag=x")))
                .get(30, TimeUnit.SECONDS);
        silent.close();
    }

    private SipText answered(Caller call) {
        call.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(call.id()));
        SipText ok = peer.take("SIP/2.0 200");
        call.ack(ok);
        desk.event(Established.class);
        return ok;
    }

    private String nameOf(String displayName) {
        new Caller(peer, displayName + " <sip:8@a>;tag=x").invite(Caller.SDP);
        return desk.event(Delivered.class).call().remote().displayName();
    }

    private String phone() {
        return peer.registers.peek().contact();
    }
}
