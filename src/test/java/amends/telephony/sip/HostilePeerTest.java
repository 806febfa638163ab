package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
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
@BesideOthers
@ParameterizedClass
@EnumSource(
        value = Transport.class,
        names = {"UDP", "TCP"})
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
        if (transport == Transport.TCP) return;
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
        "MESSAGE, <sip:1001@a>, 415",
        "WHATEVER, <sip:1001@a>, 405",
        "OPTIONS, <sip:1001@a>, 200"
    })
    void what_fits_no_call_is_answered_for_what_it_is(String method, String to, String status) {
        new Caller(peer, "<sip:8@a>;tag=x").send(method, 1, to, "Event: x", "Subscription-State: active");

        assertThat(peer.take("SIP/2.0 4", "SIP/2.0 2").firstLine()).startsWith("SIP/2.0 " + status);
    }

    @Test
    void the_caller_is_told_what_methods_there_are() {
        new Caller(peer, "<sip:8@a>;tag=x").send("WHATEVER", 1, "<sip:1001@a>");

        assertThat(peer.take("SIP/2.0 405").header("Allow")).contains("INVITE", "BYE", "MESSAGE");
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
    void a_challenge_to_a_hold_is_answered_in_the_realm_of_the_registrar() throws Exception {
        registrarAsks("home");
        var call = new Caller(peer, "<sip:8@a>;tag=x");
        answered(call);
        desk.accepted(p -> p.hold(call.id()));
        peer.take("INVITE").reply("401 Unauthorized", "", challenge("home"));

        peer.take("ACK");
        SipText again = peer.take("INVITE");
        assertThat(again.header("Authorization")).contains("nonce=\"n\"");
        again.reply("403 Forbidden", "");
    }

    @ParameterizedTest
    @CsvSource({"401 Unauthorized, WWW-Authenticate", "407 Proxy Authentication Required, Proxy-Authenticate"})
    void a_challenge_that_the_server_passes_on_from_the_far_end_is_not_answered(String status, String header) {
        registrarAsks("home");
        var call = new Caller(peer, "<sip:8@a>;tag=x");
        answered(call);
        desk.accepted(p -> p.hold(call.id()));
        peer.take("INVITE").reply(status, "", header + ": Digest realm=\"leak\",nonce=\"n\"");

        peer.take("ACK");
        assertThat(peer.hears("INVITE", 500)).isFalse();
    }

    @Test
    void a_challenge_to_our_goodbye_is_never_answered() {
        registrarAsks("home");
        var call = new Caller(peer, "<sip:8@a>;tag=x");
        answered(call);
        desk.accepted(p -> p.clear(call.id()));
        peer.take("BYE").reply("401 Unauthorized", "", challenge("home"));

        assertThat(peer.hears("BYE", 500)).isFalse();
    }

    @Test
    void a_challenge_to_a_call_of_ours_is_not_answered_in_another_realm() {
        registrarAsks("home");
        desk.accepted(p -> p.dial("600"));
        peer.take("INVITE")
                .reply(
                        "407 Proxy Authentication Required",
                        "s",
                        "Proxy-Authenticate: Digest realm=\"leak\",nonce=\"n\"");

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REJECTED);
        assertThat(peer.hears("INVITE", 500)).isFalse();
    }

    @Test
    void an_answer_of_somebody_who_was_not_asked_changes_nothing() {
        if (transport == Transport.TCP) return;
        desk.accepted(p -> p.dial("600"));
        SipText invite = peer.take("INVITE");
        var copy = new SipText(invite.text(), t -> {});
        stranger.send(
                phone(), copy.reply("401 Unauthorized", "s", challenge("r")).text());
        stranger.send(phone(), copy.reply("486 Busy Here", "s").text());
        stranger.send(phone(), copy.reply("200 OK", "s", Caller.SDP).text());

        invite.reply("404 Not Found", "s");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.NOT_FOUND);
    }

    @Test
    void a_cancel_of_a_stranger_who_knows_everything_does_not_end_the_ringing() {
        var call = new Caller(peer, "<sip:8@a>;tag=x");
        call.invite(Caller.SDP);
        desk.event(Delivered.class);
        if (transport == Transport.TCP) return;
        stranger.send(phone(), call.cancelText(""));

        stranger.take("SIP/2.0 481");
        assertThat(desk.calls()).hasSize(1);
        call.cancel("");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.CANCELLED);
    }

    @Test
    void a_thousand_calls_in_a_second_leave_a_desk_that_answers() {
        for (int i = 0; i < (transport == Transport.UDP ? 1_000 : 150); i++)
            new Caller(peer, "<sip:8@a>;tag=x" + i).invite(Caller.SDP);

        peer.take("SIP/2.0 503");
        assertThat(desk.calls()).hasSizeLessThanOrEqualTo(8);
        var options = new Caller(peer, "<sip:8@a>;tag=o");
        Eventually.is(() -> {
            options.send("OPTIONS", 1, "<sip:1001@127.0.0.1>");
            return peer.hearsOf(options.id().value(), "SIP/2.0 200", 300);
        });
    }

    @ParameterizedTest
    @CsvSource({"Max-Forwards: 256", "Max-Forwards: 99999999999999", "Max-Forwards: -1", "Via: <<<", "CSeq: 1e9 OPTIONS"
    })
    void a_header_beyond_its_range_is_answered_as_malformed(String header) {
        peer.send(
                phone(),
                "OPTIONS sip:1001@a SIP/2.0\r\n" + (header.startsWith("Via") ? "" : peer.via())
                        + "From: <sip:8@a>;tag=1\r\nTo: <sip:1001@a>\r\nCall-ID: odd@a\r\n"
                        + (header.startsWith("CSeq") ? "" : "CSeq: 1 OPTIONS\r\n") + header
                        + "\r\nContent-Length: 0\r\n\r\n");

        peer.take("SIP/2.0 400");
    }

    private static String challenge(String realm) {
        return "WWW-Authenticate: Digest realm=\"" + realm + "\",nonce=\"n\"";
    }

    /** The desk has proven itself to its registrar before. */
    private void registrarAsks(String realm) {
        desk.close();
        peer.registers.clear();
        peer.registrar = register -> {
            if (register.header("Authorization").isEmpty()) register.reply("401 Unauthorized", "r", challenge(realm));
            else ScriptedPeer.accept(register);
        };
        desk = Desk.registeredAt(peer, transport);
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
