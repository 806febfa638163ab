package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.Originated;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.LineState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The phone and Debian's sipp, which is made to do what other peers cannot be: long calls whose session either side
 * refreshes by either method, sessions too brief, calls led elsewhere, late offers, reliable ringing. The phone's own
 * patience is a fortieth of the usual, so a session of 90 s is refreshed, or over, within two.
 */
@Execution(ExecutionMode.CONCURRENT)
class SippIT {
    private static final int HASTE = 40;
    private static final String TIMER = "Supported: timer";

    @TempDir
    Path folder;

    private ScriptedPeer registrar;
    private Desk desk;
    private Sipp sipp;
    private Sipp server;

    @BeforeEach
    void needs_sipp() {
        Needs.program("sipp", "sip-tester");
    }

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
        if (sipp != null) sipp.close();
        if (server != null) server.close();
        if (registrar != null) registrar.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE", "INVITE"})
    void a_caller_who_refreshes_has_a_long_call_and_is_given_up_when_it_stops(String method) throws Exception {
        var script = SippScript.caller()
                .offers("INVITE", TIMER, "Session-Expires: 90;refresher=uac")
                .hears(200, "Session-Expires: 90;refresher=uac", "Require: timer")
                .sends("ACK");
        for (int i = 0; i < 3; i++) {
            script.pauses(600);
            refreshes(script, method, "uac").hears(200, "Session-Expires: 90;refresher=uac");
            if (method.equals("INVITE")) script.sends("ACK");
        }
        called(script.waitsFor("BYE").answers("200 OK"));
        answer();

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.SESSION_EXPIRED);
        sipp.hasPlayed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE", "INVITE"})
    void a_callee_who_refreshes_has_a_long_call_and_is_given_up_when_it_stops(String method) throws Exception {
        var script = SippScript.server()
                .waitsFor("INVITE", "Session-Expires: 1800", "Supported: timer")
                .replies("180 Ringing")
                .repliesDescribing("200 OK", "Require: timer", "Session-Expires: 90;refresher=uas")
                .waitsFor("ACK");
        for (int i = 0; i < 3; i++) {
            script.pauses(600);
            refreshes(script, method, "uac").hears(200, "Session-Expires: 90;refresher=uac");
            if (method.equals("INVITE")) script.sends("ACK");
        }
        dials(script.waitsFor("BYE").answers("200 OK"));
        desk.event(Established.class);

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.SESSION_EXPIRED);
        played();
    }

    private static SippScript refreshes(SippScript script, String method, String refresher) {
        String expires = "Session-Expires: 90;refresher=" + refresher;
        return method.equals("INVITE") ? script.offers(method, TIMER, expires) : script.sends(method, TIMER, expires);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE", "INVITE"})
    void the_phone_refreshes_a_call_that_came_in(String method) throws Exception {
        var script = SippScript.caller()
                .offers("INVITE", TIMER, "Session-Expires: 90;refresher=uas", allow(method))
                .hears(200, "Session-Expires: 90;refresher=uas")
                .sends("ACK");
        isRefreshed(script, method);
        called(script.sends("BYE").hears(200));
        answer();

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REMOTE_HANGUP);
        sipp.hasPlayed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE", "INVITE"})
    void the_phone_refreshes_a_call_of_its_own(String method) throws Exception {
        var script = SippScript.server()
                .waitsFor("INVITE")
                .repliesDescribing("200 OK", "Require: timer", "Session-Expires: 90;refresher=uac", allow(method))
                .waitsFor("ACK");
        isRefreshed(script, method);
        dials(script.sends("BYE").hears(200));

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REMOTE_HANGUP);
        played();
    }

    private static String allow(String method) {
        return "Allow: INVITE, ACK, BYE, CANCEL" + (method.equals("UPDATE") ? ", UPDATE" : "");
    }

    private static void isRefreshed(SippScript script, String method) {
        String agreed = "Session-Expires: 90;refresher=uac";
        for (int i = 0; i < 2; i++) {
            script.waitsFor(method, "Session-Expires: 90", "Min-SE: 90");
            if (method.equals("INVITE"))
                script.describes("200 OK", "Require: timer", agreed).waitsFor("ACK");
            else script.answers("200 OK", "Require: timer", agreed);
        }
    }

    @Test
    void a_caller_whose_session_is_too_brief_is_told_the_least_and_calls_again() throws Exception {
        called(SippScript.caller()
                .offers("INVITE", TIMER, "Session-Expires: 60")
                .hears(422, "Min-SE: 90")
                .acknowledgesRefusal()
                .offers("INVITE", TIMER, "Session-Expires: 90", "Min-SE: 90")
                .hears(200, "Session-Expires: 90")
                .sends("ACK")
                .sends("UPDATE", TIMER, "Session-Expires: 40")
                .hears(422, "Min-SE: 90")
                .sends("BYE")
                .hears(200));
        answer();

        desk.event(ConnectionCleared.class);
        sipp.hasPlayed();
    }

    @Test
    void a_callee_that_wants_longer_sessions_is_called_again_with_them() throws Exception {
        dials(SippScript.server()
                .waitsFor("INVITE", "Session-Expires: 1800", "Min-SE: 90")
                .replies("422 Session Interval Too Small", "Min-SE: 3600")
                .waitsFor("ACK")
                .waitsFor("INVITE", "Session-Expires: 3600", "Min-SE: 3600", "CSeq: 2 INVITE")
                .repliesDescribing("200 OK", "Require: timer", "Session-Expires: 3600;refresher=uac")
                .waitsFor("ACK")
                .waitsFor("BYE")
                .answers("200 OK"));
        CallId call = desk.event(Established.class).call().id();
        desk.accepted(p -> p.clear(call));

        desk.event(ConnectionCleared.class);
        played();
    }

    @Test
    void an_offer_that_comes_with_the_ack_is_answered_at_the_beginning_and_in_the_middle() throws Exception {
        called(SippScript.caller()
                .sends("INVITE")
                .hears(200, "body: m=audio")
                .offers("ACK")
                .sends("INVITE")
                .hears(200, "body: m=audio")
                .offers("ACK")
                .sends("BYE")
                .hears(200));
        answer();

        desk.event(ConnectionCleared.class);
        sipp.hasPlayed();
        assertThat(desk.media.legs.getLast().connected).hasSize(2);
    }

    @Test
    void ringing_that_must_not_be_lost_is_acknowledged_each_time() throws Exception {
        dials(SippScript.server()
                .waitsFor("INVITE", "Supported: 100rel")
                .repliesDescribing("183 Session Progress", "Require: 100rel", "RSeq: 41")
                .waitsFor("PRACK", "RAck: 41 1 INVITE")
                .answers("200 OK")
                .replies("180 Ringing", "Require: 100rel", "RSeq: 42")
                .waitsFor("PRACK", "RAck: 42 1 INVITE")
                .answers("200 OK")
                .replies("200 OK")
                .waitsFor("ACK")
                .sends("BYE")
                .hears(200));
        desk.event(Delivered.class);
        desk.event(Established.class);

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REMOTE_HANGUP);
        played();
    }

    @Test
    void a_caller_who_demands_reliable_ringing_is_told_that_there_is_none() throws Exception {
        called(SippScript.caller()
                .offers("INVITE", "Require: 100rel")
                .hears(420, "Unsupported: 100rel")
                .acknowledgesRefusal());

        sipp.hasPlayed();
        assertThat(desk.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"300 Multiple Choices", "301 Moved Permanently", "302 Moved Temporarily", "305 Use Proxy"})
    void a_redirection_is_not_followed_and_told_as_a_refusal(String moved) throws Exception {
        dials(SippScript.server()
                .waitsFor("INVITE")
                .replies(moved, "Contact: <sip:+8613900139000@127.0.0.1>")
                .waitsFor("ACK"));

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REJECTED);
        played();
    }

    @Test
    void a_caller_is_sent_elsewhere() throws Exception {
        called(SippScript.caller()
                .offers("INVITE")
                .hears(302, "Contact: sip:1002@127.0.0.1")
                .acknowledgesRefusal());
        CallId call = desk.event(Delivered.class).call().id();
        desk.accepted(p -> p.redirect(call, "1002"));

        sipp.hasPlayed();
    }

    @Test
    void a_refer_with_replaces_has_the_phone_take_the_others_place() throws Exception {
        server = Sipp.server(
                folder.resolve("server"),
                SippScript.server()
                        .waitsFor("INVITE", "Replaces: abc@there;to-tag=t;from-tag=f", "Referred-By: sip:1009")
                        .repliesDescribing("200 OK")
                        .waitsFor("ACK")
                        .waitsFor("BYE")
                        .answers("200 OK"));
        desk = registered(server.port(), 1);
        sipp = Sipp.calls(
                folder.resolve("caller"),
                SippScript.caller()
                        .offers("INVITE")
                        .hears(200)
                        .sends("ACK")
                        .sends(
                                "REFER",
                                "Refer-To: <sip:1003@127.0.0.1?Replaces=abc%40there%3Bto-tag%3Dt%3Bfrom-tag%3Df>",
                                "Referred-By: <sip:1009@127.0.0.1>")
                        .hears(202)
                        .waitsFor("NOTIFY", "body: SIP/2.0 100", "Subscription-State: active")
                        .answers("200 OK")
                        .waitsFor("NOTIFY", "body: SIP/2.0 200", "Subscription-State: terminated")
                        .answers("200 OK")
                        .sends("BYE")
                        .hears(200),
                server.registered());
        answer();
        CallId led = desk.event(Originated.class).call().id();
        desk.event(Established.class);
        desk.event(ConnectionCleared.class);
        desk.accepted(p -> p.clear(led));

        sipp.hasPlayed();
        played();
    }

    @Test
    void a_consulted_party_is_named_by_its_dialog_and_both_calls_end() throws Exception {
        server = Sipp.server(
                folder.resolve("server"),
                SippScript.server()
                        .waitsFor("INVITE")
                        .repliesDescribing("200 OK")
                        .waitsFor("ACK")
                        .waitsFor("BYE")
                        .answers("200 OK"));
        desk = registered(server.port(), 1);
        sipp = Sipp.calls(
                folder.resolve("caller"),
                SippScript.caller()
                        .offers("INVITE")
                        .hears(200)
                        .sends("ACK")
                        .waitsFor("INVITE", "body: a=sendonly")
                        .describes("200 OK")
                        .waitsFor("ACK")
                        .waitsFor("REFER", "Refer-To: Replaces=.*to-tag.*from-tag", "Referred-By: sip:1001")
                        .answers("202 Accepted")
                        .tells("SIP/2.0 200 OK")
                        .waitsFor("BYE")
                        .answers("200 OK"),
                server.registered());
        CallId call = answer();
        desk.accepted(p -> p.dial("1003"));
        CallId consulted = desk.event(Established.class).call().id();
        desk.accepted(p -> p.connect(call, consulted));

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.TRANSFERRED);
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.TRANSFERRED);
        sipp.hasPlayed();
        played();
    }

    private void called(SippScript script) throws Exception {
        registrar = new ScriptedPeer(Transport.UDP);
        desk = registered(registrar.port(), HASTE);
        sipp = Sipp.calls(
                folder.resolve("caller"), script, registrar.registers.peek().contact());
    }

    private void dials(SippScript script) throws Exception {
        server = Sipp.server(folder.resolve("server"), script);
        desk = registered(server.port(), HASTE);
        desk.accepted(p -> p.dial("600"));
    }

    private static Desk registered(int port, int haste) {
        var desk = new Desk(Account.at("127.0.0.1", port, Transport.UDP, "1001", "pw1001"), haste);
        desk.line(LineState.Registered.class);
        return desk;
    }

    private CallId answer() {
        CallId call = desk.event(Delivered.class).call().id();
        desk.accepted(p -> p.answer(call));
        desk.event(Established.class);
        return call;
    }

    /** The server has the taking back of the registration still to answer. */
    private void played() throws Exception {
        desk.close();
        desk = null;
        server.hasPlayed();
    }
}
