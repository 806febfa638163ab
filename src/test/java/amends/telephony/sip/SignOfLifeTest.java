package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.Held;
import amends.telephony.ClearCause;
import amends.telephony.LineState.Failing;
import amends.telephony.LineState.Problem;
import amends.telephony.LineState.Registered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Far ends and servers that die in a call, and far ends that only say nothing. Time passes when it is told to. */
class SignOfLifeTest {
    private static final String NO_UPDATE = "Allow: INVITE, ACK, BYE, OPTIONS";
    private static final String UPDATE = "Allow: INVITE, ACK, BYE, OPTIONS, UPDATE";
    /** Half of what the server grants. */
    private static final Duration REFRESH = Duration.ofSeconds(150);

    private ScriptedPeer peer;
    private Desk desk;
    private Caller caller;
    private FakeMediaPlane.Leg leg;
    private String us;

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    private static void grants(SipText register) {
        String expires = register.header("Expires").equals("0") ? "0" : "300";
        register.reply("200 OK", "reg", "Contact: " + register.header("Contact") + ";expires=" + expires);
    }

    private void talking(Transport transport, String allows) throws Exception {
        peer = new ScriptedPeer(transport).onlyOnce();
        peer.registrar = SignOfLifeTest::grants;
        desk = Desk.standing(Account.at("127.0.0.1", peer.port(), transport, "1001", "pw1001"));
        desk.line(Registered.class);
        caller = new Caller(peer, "<sip:8@a>;tag=far");
        caller.invite(with(allows, Caller.SDP));
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        SipText ok = peer.take("SIP/2.0 200");
        us = ok.header("To");
        caller.ack(ok);
        desk.event(Established.class);
        leg = desk.media.legs.getFirst();
        desk.time().awaitSet(REFRESH);
    }

    /** Nothing comes for five seconds. @return the question */
    private SipText silence(String method) {
        leg.silence.run();
        return peer.take(method);
    }

    private void theServerIsSilent() {
        peer.registrar = register -> {};
    }

    /** What was said to the desk before this was heard by it. */
    private void isThrough() {
        new Caller(peer, "<sip:8@a>;tag=other").send("OPTIONS", 7, "<sip:1001@127.0.0.1>");
        peer.take("SIP/2.0 200");
    }

    private void isAskedIn(int seconds) {
        desk.time().awaitSet(Duration.ofSeconds(seconds));
    }

    private void passes(int seconds) {
        desk.time().pass(Duration.ofSeconds(seconds));
    }

    private void holds() {
        desk.accepted(p -> p.hold(caller.id()));
        peer.take("INVITE").reply("200 OK", "", with("Contact: " + peer.here(), Caller.sdp("a=recvonly")));
        peer.take("ACK");
        desk.event(Held.class);
    }

    private void assertLost() {
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.UNREACHABLE);
    }

    @Test
    void one_that_is_neither_heard_nor_answers_ends_its_call() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        theServerIsSilent();
        silence("OPTIONS");
        passes(31);
        assertThat(desk.calls()).hasSize(1);
        passes(1);

        assertLost();
        peer.take("BYE").reply("200 OK", "");
    }

    @Test
    void one_that_knows_no_such_call_ends_it() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        silence("OPTIONS").reply("481 Call/Transaction Does Not Exist", "");

        assertLost();
    }

    @Test
    void one_that_does_not_answer_is_kept_while_the_server_does_and_lost_when_that_falls_silent_too() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        silence("OPTIONS");
        passes(3);
        desk.time().awaitSet(REFRESH);
        passes(29);
        isAskedIn(15);
        passes(15);
        peer.take("OPTIONS").reply("200 OK", "");
        isAskedIn(30);
        theServerIsSilent();
        passes(30);
        peer.take("OPTIONS");
        passes(31);
        assertThat(desk.calls()).hasSize(1);
        passes(1);

        assertLost();
    }

    @Test
    void one_that_sends_nothing_while_it_listens_is_asked_ever_more_seldom_and_the_server_not_at_all()
            throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        peer.registers.clear();
        silence("OPTIONS").reply("200 OK", "");
        isAskedIn(15);
        leg.silence.run();
        desk.calls();
        passes(14);
        assertThat(peer.hears("OPTIONS", 100)).isFalse();
        leg.heard = true;
        passes(1);
        leg.heard = false;
        silence("OPTIONS").reply("200 OK", "");
        isAskedIn(30);
        leg.heard = true;
        passes(90);
        leg.heard = false;
        silence("OPTIONS").reply("200 OK", "");
        isAskedIn(15);

        assertThat(peer.registers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK",
                "403 Forbidden",
                "405 Method Not Allowed",
                "408 Request Timeout",
                "491 Request Pending",
                "500 Server Internal Error",
                "503 Service Unavailable",
                "603 Decline"
            })
    void whatever_else_it_answers_keeps_the_call_and_it_is_asked_again_ever_more_seldom(String answer)
            throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        SipText question = silence("OPTIONS");
        for (int pause : List.of(15, 30, 60)) {
            question.reply(answer, "");
            isAskedIn(pause);
            passes(pause);
            question = peer.take("OPTIONS");
        }

        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void one_that_answered_and_dies_later_ends_its_call_then() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        silence("OPTIONS").reply("200 OK", "");
        isAskedIn(15);
        theServerIsSilent();
        passes(15);
        peer.take("OPTIONS");
        passes(32);

        assertLost();
    }

    @Test
    void one_that_takes_update_is_asked_by_it_and_that_refreshes_the_session() throws Exception {
        talking(Transport.UDP, UPDATE);
        SipText update = silence("UPDATE");
        assertThat(update.header("Session-Expires")).startsWith("1800");
        assertThat(update.body()).isEmpty();
        update.reply("200 OK", "", "Session-Expires: 3600;refresher=uac");

        desk.time().awaitSet(Duration.ofSeconds(1800));
        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void one_that_is_heard_again_keeps_its_call() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        silence("OPTIONS");
        leg.heard = true;
        passes(40);

        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void one_that_is_held_is_neither_asked_nor_ended() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        holds();
        leg.silence.run();
        assertThat(desk.calls()).hasSize(1);
        passes(60);

        assertThat(peer.hears("OPTIONS", 100)).isFalse();
        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void one_that_holds_us_without_music_is_asked_later_and_its_answer_keeps_the_call() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        caller.send("INVITE", 2, us, Caller.sdp("a=sendonly"));
        peer.take("SIP/2.0 200");
        caller.send("ACK", 2, us);
        leg.silence.run();
        desk.calls();
        passes(29);
        assertThat(peer.hears("OPTIONS", 100)).isFalse();
        passes(1);
        peer.take("OPTIONS").reply("200 OK", "");

        isAskedIn(15);
        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void one_that_is_put_on_hold_while_it_is_asked_is_not_ended() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        silence("OPTIONS");
        holds();
        passes(60);

        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void silence_has_the_server_asked_too_and_it_is_said_that_it_is_away() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        theServerIsSilent();
        silence("OPTIONS");
        passes(11);

        assertThat(desk.line(Failing.class).problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(desk.calls()).as("who is talked with goes on").hasSize(1);
    }

    @Test
    void however_often_it_is_doubted_the_server_is_asked_once() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        leg.heard = true;
        peer.registers.clear();
        for (int i = 0; i < 50; i++) desk.loop.execute(desk.phone::doubt);
        desk.calls();
        passes(1);
        desk.time().awaitSet(REFRESH);

        assertThat(peer.registers).hasSize(1);
    }

    @Test
    void a_server_that_forgot_the_call_while_it_was_away_ends_it_though_it_is_held() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        holds();
        theServerIsSilent();
        passes((int) REFRESH.toSeconds());
        passes(8);
        desk.line(Failing.class);
        peer.registrar = SignOfLifeTest::grants;
        passes(2);
        desk.line(Registered.class);
        peer.take("OPTIONS").reply("481 Call/Transaction Does Not Exist", "");

        assertLost();
    }

    @Test
    void one_that_is_held_and_says_nothing_to_that_is_kept() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        holds();
        desk.loop.execute(desk.phone::doubt);
        peer.take("OPTIONS");
        passes(60);

        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void one_that_is_held_and_did_not_answer_in_time_is_kept() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        holds();
        desk.loop.execute(desk.phone::doubt);
        peer.take("OPTIONS").reply("408 Request Timeout", "");
        isThrough();

        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void where_nothing_can_be_sent_the_call_waits_as_long() throws Exception {
        talking(Transport.TCP, NO_UPDATE);
        theServerIsSilent();
        peer.close();
        leg.silence.run();
        desk.calls();
        passes(31);
        assertThat(desk.calls()).hasSize(1);
        passes(1);

        assertLost();
    }

    @Test
    void who_asks_us_about_a_call_that_is_not_known_here_is_told_so() throws Exception {
        talking(Transport.UDP, NO_UPDATE);
        new Caller(peer, "<sip:8@a>;tag=other").send("OPTIONS", 7, "<sip:1001@127.0.0.1>;tag=gone");
        assertThat(peer.take("SIP/2.0").firstLine()).contains("481");
        new Caller(peer, "<sip:8@a>;tag=other").send("OPTIONS", 7, "<sip:1001@127.0.0.1>");
        assertThat(peer.take("SIP/2.0").firstLine()).contains("200");

        assertThat(desk.calls()).hasSize(1);
    }

    private static String[] with(String header, String... sdp) {
        var lines = new ArrayList<>(List.of(header));
        lines.addAll(List.of(sdp));
        return lines.toArray(String[]::new);
    }
}
