package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.Held;
import amends.telephony.ClearCause;
import amends.telephony.LineState.Registered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Far ends that fall silent. The phone's patience is cut to a twentieth where that is what is waited for. */
class VanishedPeerTest {
    private ScriptedPeer peer;
    private Desk desk;
    private Caller caller;

    @BeforeEach
    void a_server() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
    }

    private void deskIsRegistered(int haste) {
        desk = new Desk(Account.at("127.0.0.1", peer.port(), Transport.UDP, "1001", "pw1001"), haste);
        desk.line(Registered.class);
    }

    private void deskIsCalled(int haste) {
        deskIsRegistered(haste);
        caller = new Caller(peer, "<sip:8@a>;tag=far");
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    @Test
    void a_200_that_is_never_acknowledged_ends_in_bye() {
        deskIsCalled(20);
        desk.accepted(p -> p.answer(caller.id()));

        peer.take("BYE").reply("200 OK", "");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.UNREACHABLE);
    }

    @Test
    void a_call_that_nobody_takes_back_does_not_ring_for_ever() {
        deskIsCalled(20);
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.CANCELLED);
        peer.take("SIP/2.0 487");
    }

    @Test
    void a_far_end_that_no_longer_knows_the_call_is_found_by_the_next_hold() {
        deskIsCalled(1);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
        desk.accepted(p -> p.hold(caller.id()));
        peer.take("INVITE").reply("481 Call/Transaction Does Not Exist", "");

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.UNREACHABLE);
    }

    @Test
    void a_lost_200_to_our_hold_is_acknowledged_when_it_comes_again() {
        deskIsCalled(1);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
        desk.accepted(p -> p.hold(caller.id()));
        SipText hold = peer.take("INVITE");
        SipText ok = hold.reply("200 OK", "", with(peer.here()));
        peer.take("ACK");
        desk.event(Held.class);
        hold.back().accept(ok.text());

        assertThat(peer.take("ACK").header("CSeq"))
                .isEqualTo(hold.header("CSeq").replace("INVITE", "ACK"));
    }

    @Test
    void an_answer_that_comes_when_nobody_waits_any_more_is_hung_up() {
        deskIsRegistered(20);
        desk.accepted(p -> p.dial("600"));
        SipText invite = peer.take("INVITE");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.UNREACHABLE);
        invite.reply("200 OK", "late", with(peer.here()));

        peer.take("ACK");
        peer.take("BYE").reply("200 OK", "");
    }

    @Test
    void a_ringing_that_begins_when_nobody_waits_any_more_is_taken_back() {
        deskIsRegistered(20);
        desk.accepted(p -> p.dial("600"));
        SipText invite = peer.take("INVITE");
        desk.event(ConnectionCleared.class);
        invite.reply("180 Ringing", "late", "Contact: " + peer.here());

        peer.take("CANCEL").reply("200 OK", "late");
        invite.reply("487 Request Terminated", "late");
        peer.take("ACK");
    }

    private static String[] with(String contact) {
        String[] sdp = Caller.sdp("a=recvonly");
        String[] all = new String[sdp.length + 1];
        all[0] = "Contact: " + contact;
        System.arraycopy(sdp, 0, all, 1, sdp.length);
        return all;
    }
}
