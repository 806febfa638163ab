package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.Held;
import amends.telephony.CallEvent.Originated;
import amends.telephony.CallEvent.Retrieved;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.MediaDirection;
import amends.telephony.Outcome;
import amends.telephony.Party;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls as they go on the wire, over both transports, against a server that is nothing but sockets. */
@BesideOthers
@ParameterizedClass
@EnumSource(
        value = Transport.class,
        names = {"UDP", "TCP"})
class SipPhoneCallTest {
    @Parameter
    Transport transport;

    private ScriptedPeer peer;
    private Desk desk;

    @BeforeEach
    void a_desk_is_registered() throws Exception {
        peer = new ScriptedPeer(transport);
        desk = Desk.registeredAt(peer, transport);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    @Test
    void an_inbound_call_rings_is_answered_and_hung_up_by_the_caller() {
        Caller call = invite("\"王建国\" <sip:13800138000@example.com>", Caller.SDP);
        peer.take("SIP/2.0 180");
        assertThat(desk.event(Delivered.class).call().remote()).isEqualTo(new Party("13800138000", "王建国"));

        desk.accepted(p -> p.answer(call.id()));
        SipText ok = peer.take("SIP/2.0 200");
        assertThat(ok.body()).contains("m=audio " + port()).contains("a=rtpmap:8 PCMA/8000");
        assertThat(desk.calls()).first().extracting(c -> c.state()).isEqualTo(ConnectionState.ALERTING);
        call.ack(ok);
        desk.event(Established.class);
        assertThat(desk.media.legs.getLast().last().address().getPort()).isEqualTo(40000);

        call.send("BYE", 2, ok.header("To"));
        peer.take("SIP/2.0 200");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REMOTE_HANGUP);
        assertThat(desk.calls()).isEmpty();
        assertThat(desk.media.legs.getLast().socket.isClosed()).isTrue();
    }

    @Test
    void the_agent_hangs_up() {
        Established call = answered();
        desk.accepted(p -> p.clear(call.call().id()));

        peer.take("BYE sip:pbx@127.0.0.1:" + peer.port()).reply("200 OK", "");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    @Test
    void a_rejected_call_goes_back_to_the_queue_as_busy() {
        Caller call = invite("<sip:8@a>", Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.reject(call.id()));

        call.ack(peer.take("SIP/2.0 486"));
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REJECTED);
    }

    @Test
    void a_caller_who_gives_up_is_cleared() {
        Caller call = invite("<sip:8@a>", Caller.SDP);
        desk.event(Delivered.class);
        call.cancel("");

        peer.take("SIP/2.0 200");
        call.ack(peer.take("SIP/2.0 487"));
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.CANCELLED);
    }

    /** The CANCEL may find the INVITE not yet looked at. */
    @Test
    void a_caller_who_gives_up_at_once_is_cleared() {
        Caller call = invite("<sip:8@a>", Caller.SDP);
        call.cancel("");

        peer.take("SIP/2.0 200");
        call.ack(peer.take("SIP/2.0 487"));
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.CANCELLED);
        assertThat(desk.calls()).isEmpty();
    }

    /** RFC 3261 §9.2: what was answered is not undone by a CANCEL that crosses the answer; the caller hangs up. */
    @Test
    void a_caller_who_gives_up_while_the_agent_answers_leaves_no_call_behind() {
        Caller call = invite("<sip:8@a>", Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(call.id()));
        call.cancel("");
        SipText ok = peer.take("SIP/2.0 200", "SIP/2.0 487");
        while (!ok.header("CSeq").equals("1 INVITE")) ok = peer.take("SIP/2.0 200", "SIP/2.0 487");
        call.ack(ok);
        if (ok.firstLine().startsWith("SIP/2.0 200")) call.send("BYE", 2, ok.header("To"));

        desk.event(ConnectionCleared.class);
        assertThat(desk.calls()).isEmpty();
    }

    @Test
    void a_call_taken_by_another_phone_says_so() {
        Caller call = invite("<sip:8@a>", Caller.SDP);
        desk.event(Delivered.class);
        call.cancel("Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n");

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.ANSWERED_ELSEWHERE);
    }

    @Test
    void a_200_is_repeated_until_it_is_acknowledged() {
        Caller call = invite("<sip:8@a>", Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(call.id()));
        peer.take("SIP/2.0 200");
        SipText again = peer.take("SIP/2.0 200");

        assertThat(desk.calls())
                .first()
                .extracting(c -> c.answered().isPresent())
                .isEqualTo(false);
        call.ack(again);
        desk.event(Established.class);
    }

    @Test
    void an_invite_without_an_offer_is_offered_to_and_the_answer_comes_in_the_ack() {
        Caller call = invite("<sip:8@a>");
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(call.id()));
        SipText ok = peer.take("SIP/2.0 200");
        assertThat(ok.body()).contains("m=audio").contains("PCMU").contains("telephone-event");
        call.ack(ok, Caller.SDP);

        desk.event(Established.class);
        assertThat(desk.media.legs.getLast().last().address().getPort()).isEqualTo(40000);
    }

    @Test
    void audio_that_cannot_be_agreed_on_hides_no_audio_after_it() {
        Caller call = invite("<sip:8@a>", offering("m=audio 40002 RTP/SAVP 8", "m=audio 40000 RTP/AVP 8"));
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(call.id()));

        SipText ok = peer.take("SIP/2.0 200");
        assertThat(ok.body()).containsSubsequence("m=audio 0 RTP/SAVP 8", "m=audio ", " RTP/AVP 8");
    }

    @Test
    void audio_at_an_address_that_cannot_be_sent_to_is_refused() {
        Caller call = invite("<sip:8@a>", offering("m=audio 40000 RTP/AVP 8", "c=IN IP6 2001:db8::1"));

        call.ack(peer.take("SIP/2.0 488"));
    }

    private static String[] offering(String... streams) {
        var lines = new ArrayList<>(List.of(Caller.SDP).subList(0, 7));
        lines.addAll(List.of(streams));
        lines.add("");
        return lines.toArray(String[]::new);
    }

    @Test
    void an_ack_without_the_answer_owed_ends_the_call() {
        Caller call = invite("<sip:8@a>");
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(call.id()));
        call.ack(peer.take("SIP/2.0 200"));

        peer.take("BYE");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.MEDIA_FAILED);
    }

    @Test
    void without_a_common_codec_nothing_rings() {
        String[] opus = Caller.SDP.clone();
        opus[7] = "m=audio 40000 RTP/AVP 9";
        invite("<sip:8@a>", opus);

        peer.take("SIP/2.0 488");
        assertThat(desk.events).isEmpty();
    }

    @Test
    void hold_and_retrieve_are_offered_and_the_agent_is_not_heard_meanwhile() {
        CallId call = answered().call().id();
        desk.accepted(p -> p.hold(call));
        SipText hold = peer.take("INVITE");
        assertThat(hold.body()).contains("a=sendonly");
        reply(hold, "a=recvonly");
        peer.take("ACK");
        desk.event(Held.class);
        assertThat(desk.media.legs.getLast().last().direction()).isEqualTo(MediaDirection.INACTIVE);

        desk.accepted(p -> p.retrieve(call));
        SipText retrieve = peer.take("INVITE");
        assertThat(retrieve.body()).contains("a=sendrecv");
        assertThat(retrieve.header("CSeq")).isNotEqualTo(hold.header("CSeq"));
        reply(retrieve, "a=sendrecv");
        peer.take("ACK");
        desk.event(Retrieved.class);
        assertThat(desk.media.legs.getLast().last().direction()).isEqualTo(MediaDirection.SENDRECV);
    }

    @Test
    void a_hold_that_the_far_end_refuses_leaves_the_call_as_it_was() {
        CallId call = answered().call().id();
        desk.accepted(p -> p.hold(call));
        peer.take("INVITE").reply("488 Not Acceptable Here", "");
        peer.take("ACK");

        Eventually.is(() -> desk.calls().getFirst().state() == ConnectionState.CONNECTED
                && desk.on(p -> p.hold(call)) instanceof Outcome.Accepted);
    }

    @Test
    void when_both_want_a_change_at_once_it_is_tried_again() {
        CallId call = answered().call().id();
        desk.accepted(p -> p.hold(call));
        peer.take("INVITE").reply("491 Request Pending", "");
        reply(peer.take("INVITE"), "a=recvonly");

        desk.event(Held.class);
    }

    @Test
    void the_far_end_holds_and_comes_back() {
        Answered call = answeredCall();
        call.caller.send("INVITE", 2, call.ok.header("To"), Caller.sdp("a=sendonly"));
        assertThat(peer.take("SIP/2.0 200").body()).contains("a=recvonly");
        call.caller.send("ACK", 2, call.ok.header("To"));
        assertThat(desk.media.legs.getLast().last().direction()).isEqualTo(MediaDirection.RECVONLY);

        call.caller.send("UPDATE", 3, call.ok.header("To"), Caller.sdp("a=sendrecv"));
        assertThat(peer.take("SIP/2.0 200").body()).contains("a=sendrecv");
        assertThat(desk.media.legs.getLast().last().direction()).isEqualTo(MediaDirection.SENDRECV);
    }

    @Test
    void a_second_call_rings_while_one_is_up() {
        answered();
        Caller second = invite("<sip:9@a>", Caller.SDP);

        assertThat(desk.event(Delivered.class).call().id()).isEqualTo(second.id());
        assertThat(desk.calls()).hasSize(2);
    }

    @Test
    void an_outbound_call_is_dialled_rings_and_is_answered() {
        desk.accepted(p -> p.dial("010-1234 5678"));
        SipText invite = peer.take("INVITE sip:01012345678@127.0.0.1");
        desk.event(Originated.class);
        invite.reply("100 Trying", "");
        invite.reply("180 Ringing", "p", "Contact: " + peer.here());
        assertThat(desk.event(Delivered.class).call().state()).isEqualTo(ConnectionState.ALERTING);
        reply(invite, "a=sendrecv");

        SipText ack = peer.take("ACK sip:pbx@127.0.0.1:" + peer.port());
        desk.event(Established.class);
        reply(invite, "a=sendrecv");
        assertThat(peer.take("ACK").header("CSeq")).isEqualTo(ack.header("CSeq"));
    }

    @Test
    void an_outbound_call_proves_who_it_is_when_the_server_asks() {
        desk.accepted(p -> p.dial("600"));
        peer.take("INVITE")
                .reply("407 Proxy Authentication Required", "c", "Proxy-Authenticate: Digest realm=\"r\",nonce=\"n\"");
        peer.take("ACK");
        SipText again = peer.take("INVITE");
        assertThat(again.header("Proxy-Authorization"))
                .contains("username=\"1001\"")
                .contains("nonce=\"n\"");
        assertThat(again.header("CSeq")).isEqualTo("2 INVITE");
        reply(again, "a=sendrecv");

        assertThat(peer.take("ACK").header("CSeq")).isEqualTo("2 ACK");
        desk.event(Established.class);
    }

    @Test
    void early_media_is_heard_before_the_answer() {
        desk.accepted(p -> p.dial("600"));
        SipText invite = peer.take("INVITE");
        String[] early = Caller.sdp("a=sendrecv");
        invite.reply("183 Session Progress", "p", with("Contact: " + peer.here(), early));

        Eventually.is(() -> !desk.media.legs.getLast().connected.isEmpty());
    }

    @Test
    void a_dialled_call_that_is_hung_up_before_the_answer_is_cancelled() {
        CallId call = dialled();
        SipText invite = peer.take("INVITE");
        invite.reply("180 Ringing", "p", "Contact: " + peer.here());
        desk.event(Delivered.class);
        desk.accepted(p -> p.clear(call));
        peer.take("CANCEL").reply("200 OK", "p");
        invite.reply("487 Request Terminated", "p");

        peer.take("ACK");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    @Test
    void an_answer_that_crosses_the_cancel_is_acknowledged_and_hung_up() {
        CallId call = dialled();
        SipText invite = peer.take("INVITE");
        invite.reply("180 Ringing", "p", "Contact: " + peer.here());
        desk.event(Delivered.class);
        desk.accepted(p -> p.clear(call));
        SipText cancel = peer.take("CANCEL");
        reply(invite, "a=sendrecv");
        cancel.reply("200 OK", "p");

        peer.take("ACK");
        peer.take("BYE").reply("200 OK", "");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    @Test
    void a_busy_callee_is_told_as_busy() {
        dialled();
        peer.take("INVITE").reply("486 Busy Here", "p");

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.BUSY);
    }

    @Test
    void keys_muting_and_the_far_ends_keys_pass_through_the_media() {
        CallId call = answered().call().id();
        desk.accepted(p -> p.sendDigits(call, "12#"));
        desk.accepted(p -> p.mute(call, true));
        desk.media.legs.getLast().digits.accept('5');

        assertThat(desk.media.legs.getLast().told).containsExactly("digits 12#", "mute true");
        assertThat(desk.event(amends.telephony.CallEvent.DigitPressed.class).digit())
                .isEqualTo('5');
    }

    @Test
    void closing_the_line_hangs_up_and_unregisters() {
        answered();
        desk.loop.execute(desk.phone::close);
        peer.take("BYE").reply("200 OK", "");

        Eventually.is(
                () -> peer.registers.stream().anyMatch(r -> r.header("Expires").equals("0")));
    }

    private CallId dialled() {
        desk.accepted(p -> p.dial("600"));
        return desk.event(Originated.class).call().id();
    }

    private Established answered() {
        return answeredCall().event;
    }

    private Answered answeredCall() {
        Caller call = invite("<sip:8@a>", Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(call.id()));
        SipText ok = peer.take("SIP/2.0 200");
        call.ack(ok);
        return new Answered(call, ok, desk.event(Established.class));
    }

    private int port() {
        return desk.media.legs.getLast().socket.getLocalPort();
    }

    private void reply(SipText invite, String direction) {
        invite.reply("200 OK", "p", with("Contact: " + peer.here(), Caller.sdp(direction)));
    }

    private static String[] with(String header, String[] rest) {
        var all = new java.util.ArrayList<>(List.of(rest));
        all.addFirst(header);
        return all.toArray(String[]::new);
    }

    private Caller invite(String from, String... content) {
        var call = new Caller(peer, from + ";tag=far");
        call.invite(content);
        return call;
    }

    private record Answered(Caller caller, SipText ok, Established event) {}
}
