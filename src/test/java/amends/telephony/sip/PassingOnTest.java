package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.MarksChanged;
import amends.telephony.CallEvent.Originated;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.Transfer.Stage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** REFER, its NOTIFYs and Replaces as they go on the wire, both ways. */
class PassingOnTest {
    private ScriptedPeer peer;
    private Desk desk;
    private Caller caller;
    private SipText ok;

    @BeforeEach
    void a_call_is_talked_on() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        desk = Desk.registeredAt(peer, Transport.UDP);
        caller = new Caller(peer, "<sip:13800138000@example.com>;tag=far");
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        ok = peer.take("SIP/2.0 200");
        caller.ack(ok);
        desk.event(Established.class);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    @Test
    void a_blind_transfer_is_followed_to_its_end_and_then_the_call_is_hung_up() {
        desk.accepted(p -> p.transfer(caller.id(), "1002"));
        SipText refer = peer.take("REFER");
        assertThat(refer.header("Refer-To")).isEqualTo("<sip:1002@127.0.0.1>");
        assertThat(refer.header("Referred-By")).contains("sip:1001@127.0.0.1");
        assertThat(stage()).isEqualTo(Stage.ASKED);
        refer.reply("202 Accepted", "");
        assertThat(stage()).isEqualTo(Stage.TAKEN);
        told(2, "SIP/2.0 180 Ringing", "active");
        assertThat(stage()).isEqualTo(Stage.RINGING);
        told(3, "SIP/2.0 200 OK", "terminated");

        peer.take("BYE").reply("200 OK", "");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.TRANSFERRED);
    }

    @Test
    void a_transfer_that_fails_keeps_the_call() {
        desk.accepted(p -> p.transfer(caller.id(), "1002"));
        peer.take("REFER").reply("202 Accepted", "");
        told(2, "SIP/2.0 486 Busy Here", "terminated");

        assertThat(ended().stage()).isEqualTo(Stage.FAILED);
        assertThat(desk.calls()).singleElement().satisfies(call -> {
            assertThat(call.state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(call.marks().transfer())
                    .hasValueSatisfying(t -> assertThat(t.status()).isEqualTo(486));
        });
        desk.accepted(p -> p.transfer(caller.id(), "1003"));
        peer.take("REFER").reply("403 Forbidden", "");
    }

    @ParameterizedTest
    @CsvSource({"603 Decline", "501 Not Implemented", "481 Gone"})
    void a_refused_refer_keeps_the_call(String refusal) {
        desk.accepted(p -> p.transfer(caller.id(), "1002"));
        peer.take("REFER").reply(refusal, "");

        assertThat(ended().stage()).isEqualTo(Stage.FAILED);
        if (!refusal.startsWith("481")) assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void a_telling_that_ends_without_an_answer_is_a_failure() {
        desk.accepted(p -> p.transfer(caller.id(), "1002"));
        peer.take("REFER").reply("202 Accepted", "");
        told(2, "SIP/2.0 100 Trying", "terminated;reason=noresource");

        assertThat(ended().stage()).isEqualTo(Stage.FAILED);
    }

    @Test
    void a_goodbye_after_the_exchange_agreed_means_that_it_has_the_call() {
        desk.accepted(p -> p.transfer(caller.id(), "1002"));
        peer.take("REFER").reply("202 Accepted", "");
        desk.event(MarksChanged.class);
        desk.event(MarksChanged.class);
        caller.send("BYE", 2, ok.header("To"));

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.TRANSFERRED);
    }

    @Test
    void a_second_transfer_waits_for_the_first() {
        desk.accepted(p -> p.transfer(caller.id(), "1002"));

        Outcome second = desk.on(p -> p.transfer(caller.id(), "1003"));
        assertThat(second).isInstanceOf(Outcome.Rejected.class);
        peer.take("REFER").reply("403 Forbidden", "");
    }

    @Test
    void connecting_two_calls_names_the_consulted_dialog_and_ends_both_when_it_is_done() {
        CallId consulted = consult();
        desk.accepted(p -> p.connect(caller.id(), consulted));
        SipText refer = peer.take("REFER");
        String to = URLDecoder.decode(refer.header("Refer-To"), StandardCharsets.UTF_8);
        assertThat(refer.header("Call-ID")).isEqualTo(caller.id().value());
        assertThat(to).contains("Replaces=" + consulted.value() + ";to-tag=consulted;from-tag=");
        refer.reply("202 Accepted", "");
        told(2, "SIP/2.0 200 OK", "terminated");

        peer.take("BYE").reply("200 OK", "");
        peer.take("BYE").reply("200 OK", "");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.TRANSFERRED);
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.TRANSFERRED);
    }

    @Test
    void connecting_that_fails_leaves_both_calls() {
        CallId consulted = consult();
        desk.accepted(p -> p.connect(caller.id(), consulted));
        peer.take("REFER").reply("202 Accepted", "");
        told(2, "SIP/2.0 503 Service Unavailable", "terminated");

        assertThat(ended().stage()).isEqualTo(Stage.FAILED);
        assertThat(desk.calls()).hasSize(2);
    }

    @Test
    void the_customer_who_hangs_up_meanwhile_does_not_cost_the_agent_the_colleague() {
        CallId consulted = consult();
        desk.accepted(p -> p.connect(caller.id(), consulted));
        peer.take("REFER").reply("202 Accepted", "");
        desk.event(MarksChanged.class);
        desk.event(MarksChanged.class);
        caller.send("BYE", 2, ok.header("To"));
        desk.event(ConnectionCleared.class);

        assertThat(desk.calls()).singleElement().extracting(c -> c.id()).isEqualTo(consulted);
    }

    @Test
    void a_notify_of_nothing_asked_for_is_refused() {
        told(2, "SIP/2.0 200 OK", "terminated", "481");

        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void the_server_leads_a_call_to_an_extension_and_is_told_how_it_goes() {
        caller.send("REFER", 2, ok.header("To"), "Refer-To: <sip:1002@127.0.0.1>", "Referred-By: <sip:1009@a>");
        peer.take("SIP/2.0 202");
        SipText trying = peer.take("NOTIFY");
        assertThat(trying.body()).startsWith("SIP/2.0 100");
        assertThat(trying.header("Event")).isEqualTo("refer");
        trying.reply("200 OK", "");
        SipText invite = peer.take("INVITE");
        assertThat(invite.header("Referred-By")).contains("sip:1009@a");
        invite.reply("486 Busy Here", "x");
        SipText last = peer.take("NOTIFY");

        assertThat(last.body()).startsWith("SIP/2.0 486");
        assertThat(last.header("Subscription-State")).startsWith("terminated");
        last.reply("200 OK", "");
        assertThat(desk.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "<sip:+8613900139000@127.0.0.1>",
        "<sip:13900139000@127.0.0.1>",
        "<tel:+8613900139000>",
        "<sip:1002@elsewhere.example.com>"
    })
    void the_agent_is_asked_before_anybody_outside_is_called(String target) {
        caller.send("REFER", 2, ok.header("To"), "Refer-To: " + target);
        peer.take("SIP/2.0 202");
        peer.take("NOTIFY").reply("200 OK", "");
        Party asked = desk.event(MarksChanged.class).call().marks().sentTo().orElseThrow();
        assertThat(asked.user()).isNotEmpty();
        assertThat(peer.hears("INVITE", 200)).isFalse();

        desk.accepted(p -> p.decide(caller.id(), false));
        SipText declined = peer.take("NOTIFY");
        assertThat(declined.body()).startsWith("SIP/2.0 603");
        declined.reply("200 OK", "");
        Outcome late = desk.on(p -> p.decide(caller.id(), true));
        assertThat(late).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void the_agent_who_agrees_has_the_number_called() {
        caller.send("REFER", 2, ok.header("To"), "Refer-To: <tel:+8613900139000>");
        peer.take("NOTIFY").reply("200 OK", "");
        desk.event(MarksChanged.class);
        desk.accepted(p -> p.decide(caller.id(), true));

        SipText invite = peer.take("INVITE");
        assertThat(invite.firstLine()).contains("8613900139000@127.0.0.1");
        invite.reply("486 Busy Here", "x");
    }

    @ParameterizedTest
    @CsvSource({"<sip:1002@127.0.0.1;method=BYE>", "<mailto:a@b>", "<sip:127.0.0.1>"})
    void a_refer_to_nobody_is_refused(String target) {
        caller.send("REFER", 2, ok.header("To"), "Refer-To: " + target);

        assertThat(peer.take("SIP/2.0 4").firstLine()).startsWith("SIP/2.0 400");
    }

    @Test
    void a_stranger_cannot_lead_a_call_elsewhere() throws Exception {
        try (var stranger = new ScriptedPeer(Transport.UDP, "127.0.0.2", 0)) {
            caller.from(stranger).send("REFER", 2, ok.header("To"), "Refer-To: <sip:1002@127.0.0.1>");

            assertThat(stranger.take("SIP/2.0 4").firstLine()).startsWith("SIP/2.0 403");
        }
    }

    @Test
    void an_invite_that_replaces_a_call_is_answered_and_the_old_one_ends() {
        String[] tags = {ok.header("To").replaceAll(".*tag=", ""), "far"};
        var taking = new Caller(peer, "<sip:1002@a>;tag=taking");
        taking.invite(replacing(caller.id() + ";to-tag=" + tags[0] + ";from-tag=" + tags[1]));
        SipText taken = peer.take("SIP/2.0 200");
        taking.ack(taken);
        peer.take("BYE").reply("200 OK", "");

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REPLACED);
        assertThat(desk.calls()).singleElement().extracting(c -> c.id()).isEqualTo(taking.id());
    }

    @Test
    void an_invite_that_replaces_no_call_is_refused() {
        var taking = new Caller(peer, "<sip:1002@a>;tag=taking");
        taking.invite(replacing("nobody@pbx;to-tag=a;from-tag=b"));

        taking.ack(peer.take("SIP/2.0 481"));
        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void a_ringing_call_is_sent_elsewhere() {
        var second = new Caller(peer, "<sip:8@a>;tag=second");
        second.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.redirect(second.id(), "1002"));
        SipText moved = peer.take("SIP/2.0 302");
        second.ack(moved);

        assertThat(moved.header("Contact")).contains("sip:1002@127.0.0.1");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REDIRECTED);
    }

    private CallId consult() {
        desk.accepted(p -> p.dial("1002"));
        CallId id = desk.event(Originated.class).call().id();
        peer.take("INVITE").reply("200 OK", "", described("a=recvonly"));
        peer.take("INVITE sip:1002").reply("200 OK", "consulted", described("a=sendrecv"));
        desk.event(Established.class);
        return id;
    }

    private String[] described(String direction) {
        var lines = new ArrayList<>(List.of("Contact: " + peer.here()));
        lines.addAll(List.of(Caller.sdp(direction)));
        return lines.toArray(String[]::new);
    }

    private void told(int sequence, String line, String state) {
        told(sequence, line, state, "200");
    }

    private void told(int sequence, String line, String state, String answer) {
        caller.send(
                "NOTIFY",
                sequence,
                ok.header("To"),
                "Event: refer",
                "Subscription-State: " + state,
                "Content-Type: message/sipfrag",
                "",
                line,
                "");
        peer.take("SIP/2.0 " + answer);
    }

    private Stage stage() {
        return desk.event(MarksChanged.class)
                .call()
                .marks()
                .transfer()
                .orElseThrow()
                .stage();
    }

    private amends.telephony.Transfer ended() {
        var now = desk.event(MarksChanged.class).call().marks().transfer().orElseThrow();
        return now.stage().isOver() ? now : ended();
    }

    private static String[] replacing(String dialog) {
        var lines = new String[Caller.SDP.length + 1];
        lines[0] = "Replaces: " + dialog;
        System.arraycopy(Caller.SDP, 0, lines, 1, Caller.SDP.length);
        return lines;
    }
}
