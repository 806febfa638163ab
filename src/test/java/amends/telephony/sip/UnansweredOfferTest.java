package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.Held;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.LineState.Registered;
import amends.telephony.Outcome;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A far end that never says what becomes of an INVITE within the call. The phone's patience is cut to a twentieth. */
class UnansweredOfferTest {
    private ScriptedPeer peer;
    private Desk desk;
    private Caller caller;

    @BeforeEach
    void a_call_that_is_talked_on() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        desk = new Desk(Account.at("127.0.0.1", peer.port(), Transport.UDP, "1001", "pw1001"), 20);
        desk.line(Registered.class);
        caller = new Caller(peer, "<sip:8@a>;tag=far");
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
        desk.media.legs.getFirst().heard = true;
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    @Test
    void it_is_taken_back_and_the_call_goes_on() {
        SipText hold = unansweredHold();
        peer.take("CANCEL").reply("200 OK", "");
        hold.reply("487 Request Terminated", "");
        peer.take("ACK");

        Eventually.is(() -> state() == ConnectionState.CONNECTED);
        holds();
    }

    @Test
    void nor_is_the_taking_back_answered_and_still_the_next_offer_is_made() {
        unansweredHold();
        peer.take("CANCEL");
        Eventually.is(() -> desk.on(p -> p.hold(caller.id()).equals(Outcome.ACCEPTED)));
        SipText again = peer.take("INVITE");
        again.reply("200 OK", "", with(Caller.sdp("a=recvonly")));
        peer.take("ACK");
        desk.event(Held.class);
    }

    @Test
    void the_far_ends_own_offer_is_taken_again_afterwards() {
        SipText hold = unansweredHold();
        caller.send("INVITE", 7, to(hold), Caller.sdp("a=sendonly"));
        peer.take("SIP/2.0 491");
        peer.take("CANCEL");
        var sequence = new AtomicInteger(7);
        Eventually.is(() -> {
            caller.send("UPDATE", sequence.incrementAndGet(), to(hold), Caller.sdp("a=sendonly"));
            return peer.take("SIP/2.0 200", "SIP/2.0 491").firstLine().contains(" 200 ");
        });
    }

    @Test
    void an_answer_after_all_is_acknowledged_and_what_holds_is_offered_once_more() {
        SipText hold = unansweredHold();
        peer.take("CANCEL");
        assertThat(peer.hears("INVITE", 500)).as("nothing is offered unasked").isFalse();
        SipText ok = hold.reply("200 OK", "", with(Caller.sdp("a=recvonly")));
        // Said again until it is heard, as every 200 is: the stack lets go of the transaction in its own time.
        Eventually.is(() -> {
            hold.back().accept(ok.text());
            return peer.hears("ACK", 500);
        });
        SipText back = peer.take("INVITE");
        assertThat(back.body()).contains("a=sendrecv");
        back.reply("200 OK", "", with(Caller.SDP));
        peer.take("ACK");
        assertThat(state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void hanging_up_meanwhile_hangs_up() {
        unansweredHold();
        desk.accepted(p -> p.clear(caller.id()));
        peer.take("BYE").reply("200 OK", "");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    @Test
    void who_is_still_heard_is_not_hung_up_on_because_an_offer_cannot_be_sent() throws Exception {
        desk.close();
        peer.close();
        peer = new ScriptedPeer(Transport.TCP);
        desk = Desk.registeredAt(peer, Transport.TCP);
        caller = new Caller(peer, "<sip:8@a>;tag=far");
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
        desk.media.legs.getFirst().heard = true;

        peer.close();
        desk.accepted(p -> p.hold(caller.id()));
        Eventually.is(() -> desk.on(p -> p.hold(caller.id())).equals(Outcome.ACCEPTED));

        desk.media.legs.getFirst().heard = false;
        // The second offer may have failed while they were still heard: offered again until one fails in silence.
        Eventually.is(() -> {
            desk.on(p -> p.hold(caller.id()));
            return desk.calls().isEmpty();
        });
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.UNREACHABLE);
    }

    private SipText unansweredHold() {
        desk.accepted(p -> p.hold(caller.id()));
        SipText hold = peer.take("INVITE");
        hold.reply("100 Trying", "");
        return hold;
    }

    /** As soon as the change before it is settled. */
    private void holds() {
        Eventually.is(() -> desk.on(p -> p.hold(caller.id())).equals(Outcome.ACCEPTED));
        peer.take("INVITE").reply("200 OK", "", with(Caller.sdp("a=recvonly")));
        peer.take("ACK");
        desk.event(Held.class);
    }

    private ConnectionState state() {
        return desk.calls().getFirst().state();
    }

    /** As the far end names us: what stands in From of our own requests. */
    private static String to(SipText ours) {
        return ours.header("From");
    }

    private String[] with(String[] sdp) {
        String[] all = new String[sdp.length + 1];
        all[0] = "Contact: " + peer.here();
        System.arraycopy(sdp, 0, all, 1, sdp.length);
        return all;
    }
}
