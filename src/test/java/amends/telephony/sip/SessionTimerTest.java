package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import amends.kernel.SettableTime;
import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.Held;
import amends.telephony.ClearCause;
import amends.telephony.LineState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs of life within a call (RFC 4028) and provisional responses that must not be lost (RFC 3262). */
class SessionTimerTest {
    private static final int HASTE = 100;
    private ScriptedPeer peer;
    private Desk desk;
    private Caller caller;

    @BeforeEach
    void a_desk_in_haste() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        desk = new Desk(Account.at("127.0.0.1", peer.port(), Transport.UDP, "1001", "pw1001"), HASTE);
        desk.line(LineState.Registered.class);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    @Test
    void we_refresh_by_update_when_it_is_ours_to_do() {
        SipText ok = answered("Session-Expires: 90;refresher=uas", "Supported: timer", "Allow: INVITE, UPDATE");
        assertThat(ok.header("Session-Expires")).isEqualTo("90;refresher=uas");
        SipText update = peer.take("UPDATE");
        assertThat(update.header("Session-Expires")).startsWith("90");
        update.reply("200 OK", "", "Session-Expires: 90;refresher=uac");

        peer.take("UPDATE").reply("481 Gone", "");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.UNREACHABLE);
    }

    @Test
    void a_far_end_without_update_is_offered_anew_what_holds() {
        answered("Session-Expires: 90;refresher=uas", "Supported: timer", "Allow: INVITE, ACK, BYE");
        SipText again = peer.take("INVITE");
        assertThat(again.body()).contains("a=sendrecv");
        again.reply("200 OK", "", described());

        peer.take("ACK");
        peer.take("INVITE").reply("200 OK", "", described());
        assertThat(desk.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"488 Not Acceptable Here", "500 Error", "501 Not Implemented", "491 Request Pending"})
    void a_far_end_that_refuses_our_refresh_is_there_and_keeps_its_call(String refusal) {
        answered("Session-Expires: 90;refresher=uas", "Supported: timer", "Allow: INVITE, ACK, BYE");
        for (int i = 0; i < 3; i++) {
            peer.take("INVITE").reply(refusal, "");
            peer.take("ACK");
        }

        assertThat(peer.hears("BYE", 200)).isFalse();
        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void a_hold_waits_for_the_refresh_that_is_under_way_and_the_far_end_is_asked_to_wait() {
        SipText ok = answered("Session-Expires: 90;refresher=uas", "Supported: timer", "Allow: INVITE, ACK, BYE");
        SipText refresh = peer.take("INVITE");
        desk.accepted(p -> p.hold(caller.id()));
        caller.send("INVITE", 2, ok.header("To"), Caller.SDP);
        peer.take("SIP/2.0 491");
        assertThat(peer.hears("INVITE", 200)).isFalse();
        refresh.reply("200 OK", "", described());

        peer.take("ACK");
        SipText hold = peer.take("INVITE");
        assertThat(hold.body()).contains("a=sendonly");
        hold.reply("200 OK", "", described());
        desk.event(Held.class);
    }

    @Test
    void a_far_end_that_should_refresh_and_does_not_is_given_up() {
        SipText ok = answered("Session-Expires: 90;refresher=uac", "Supported: timer");
        assertThat(ok.header("Require")).isEqualTo("timer");
        peer.take("BYE").reply("200 OK", "");

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.SESSION_EXPIRED);
    }

    @Test
    void a_session_too_brief_to_bear_is_refused() {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        caller.invite(with("Session-Expires: 30", "Supported: timer"));
        SipText refusal = peer.take("SIP/2.0 4");
        caller.ack(refusal);

        assertThat(refusal.firstLine()).startsWith("SIP/2.0 422");
        assertThat(refusal.header("Min-SE")).isEqualTo("90");
        assertThat(desk.events).isEmpty();
    }

    @Test
    void a_callee_that_wants_longer_sessions_is_asked_again_once() {
        desk.accepted(p -> p.dial("600"));
        peer.take("INVITE").reply("422 Session Interval Too Small", "x", "Min-SE: 3600");
        // The ACK is the stack's and the INVITE the phone's: either may be the first.
        SipText one = peer.take("INVITE", "ACK");
        SipText other = peer.take(one.firstLine().startsWith("ACK") ? "INVITE" : "ACK");
        SipText again = one.firstLine().startsWith("ACK") ? other : one;
        assertThat(again.header("Session-Expires")).isEqualTo("3600");
        assertThat(again.header("CSeq")).isEqualTo("2 INVITE");
        again.reply("422 Session Interval Too Small", "y", "Min-SE: 7200");

        desk.event(ConnectionCleared.class);
    }

    @Test
    void what_is_answered_when_the_call_is_over_begins_nothing() {
        var time = new SettableTime();
        var timer = new SessionTimer(new Session(null, null, null, time, time, null, null, false), null);
        timer.begin(new SessionTerms(90, true));
        timer.stop();
        timer.begin(new SessionTerms(90, true));
        timer.refused(491);
        // A timer that runs would ask its call, and there is none.
        assertThatCode(() -> time.pass(Duration.ofHours(1))).doesNotThrowAnyException();
    }

    @Test
    void a_refresh_that_cannot_be_sent_is_tried_again_in_its_time_and_the_loop_goes_on() throws Exception {
        desk.close();
        peer.close();
        peer = new ScriptedPeer(Transport.TCP);
        desk = new Desk(Account.at("127.0.0.1", peer.port(), Transport.TCP, "1001", "pw1001"), HASTE);
        desk.line(LineState.Registered.class);
        answered("Session-Expires: 90;refresher=uas", "Supported: timer", "Allow: INVITE, ACK, BYE");
        var leg = desk.media.legs.getFirst();
        leg.heard = true;
        peer.close();
        Eventually.is(() -> leg.asked.get() >= 3);
        assertThat(leg.asked).as("not over and over").hasValueLessThan(100);
        leg.heard = false;
        desk.event(ConnectionCleared.class);
    }

    @Test
    void a_required_extension_that_we_know_is_no_hindrance() {
        answered("Require: timer", "Session-Expires: 1800", "Supported: timer");

        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void a_reliable_provisional_response_is_acknowledged_once_and_its_sound_is_heard() {
        desk.accepted(p -> p.dial("600"));
        SipText invite = peer.take("INVITE");
        assertThat(invite.header("Supported")).contains("100rel").contains("timer");
        var early = new ArrayList<>(List.of("Contact: " + peer.here(), "Require: 100rel", "RSeq: 7"));
        early.addAll(List.of(Caller.sdp("a=sendrecv")));
        String[] progress = early.toArray(String[]::new);
        invite.reply("183 Session Progress", "p", progress);
        SipText prack = peer.take("PRACK");
        assertThat(prack.header("RAck")).isEqualTo("7 1 INVITE");
        prack.reply("200 OK", "");
        invite.reply("183 Session Progress", "p", progress);

        assertThat(peer.hears("PRACK", 300)).isFalse();
        assertThat(desk.media.legs.getLast().connected).isNotEmpty();
        invite.reply("200 OK", "p", described());
        peer.take("ACK");
        desk.event(Established.class);
    }

    @Test
    void of_two_that_ring_the_one_that_answers_has_the_call_and_the_late_one_is_hung_up() {
        desk.accepted(p -> p.dial("600"));
        SipText invite = peer.take("INVITE");
        invite.reply("180 Ringing", "one", "Contact: " + peer.here());
        invite.reply("183 Session Progress", "two", described());
        invite.reply("200 OK", "two", described());
        assertThat(peer.take("ACK").header("To")).contains("tag=two");
        desk.event(Established.class);
        invite.reply("200 OK", "one", described());

        assertThat(peer.take("ACK").header("To")).contains("tag=one");
        SipText bye = peer.take("BYE");
        assertThat(bye.header("To")).contains("tag=one");
        bye.reply("200 OK", "");
        assertThat(desk.calls()).hasSize(1);
    }

    private SipText answered(String... said) {
        caller = new Caller(peer, "<sip:8@a>;tag=x");
        caller.invite(with(said));
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        SipText ok = peer.take("SIP/2.0 200");
        caller.ack(ok);
        desk.event(Established.class);
        return ok;
    }

    private String[] described() {
        return with("Contact: " + peer.here());
    }

    private static String[] with(String... headers) {
        var lines = new ArrayList<>(List.of(headers));
        lines.addAll(List.of(Caller.SDP));
        return lines.toArray(String[]::new);
    }
}
