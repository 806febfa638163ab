package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.LineState.Registered;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way to the server changes, or something stands in it. */
class MovingTest {
    private ScriptedPeer peer;
    private Desk desk;

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"UDP", "TCP"})
    void another_address_of_this_machine_is_told_to_the_server_and_to_the_far_end(Transport over) throws Exception {
        peer = new ScriptedPeer(over);
        var local = new AtomicReference<>(InetAddress.ofLiteral("127.0.0.1"));
        desk = new Desk(account(over), place -> local.get());
        desk.line(Registered.class);
        assertThat(registered().contact()).contains("@127.0.0.1:");
        var caller = new Caller(peer, "<sip:8@a>;tag=far", contactThen());
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);

        local.set(InetAddress.ofLiteral("127.0.0.3"));

        SipText moved = registered();
        assertThat(moved.contact()).contains("@127.0.0.3:");
        assertThat(moved.text()).containsPattern("@127\\.0\\.0\\.1:[^,\r]*;expires=0");
        SipText again = peer.take("INVITE");
        assertThat(again.contact()).contains("@127.0.0.3:");
        assertThat(again.header("Via")).contains(" 127.0.0.3:");
        again.reply("200 OK", "", withContact(Caller.SDP));
        peer.take("ACK");
    }

    @Test
    void a_move_while_a_hold_is_offered_is_told_as_soon_as_that_is_settled() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        var local = new AtomicReference<>(InetAddress.ofLiteral("127.0.0.1"));
        desk = new Desk(account(Transport.UDP), place -> local.get());
        desk.line(Registered.class);
        registered();
        var caller = new Caller(peer, "<sip:8@a>;tag=far", contactThen());
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
        desk.accepted(p -> p.hold(caller.id()));
        SipText hold = peer.take("INVITE");
        local.set(InetAddress.ofLiteral("127.0.0.3"));
        registered();
        hold.reply("200 OK", "", withContact(Caller.sdp("a=recvonly")));
        peer.take("ACK");

        SipText again = peer.take("INVITE");
        assertThat(again.contact()).contains("@127.0.0.3:");
        assertThat(again.body()).contains("a=sendonly");
        again.reply("200 OK", "", withContact(Caller.sdp("a=recvonly")));
        peer.take("ACK");
    }

    @Test
    void behind_a_translator_the_desk_is_reached_where_the_server_sees_it() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        peer.registrar = register -> ScriptedPeer.accept(new SipText(
                register.text().replaceFirst(";rport(?=[;\\r])", ";rport=40404;received=198.51.100.7"),
                register.back()));
        desk = new Desk(account(Transport.UDP));
        desk.line(Registered.class);

        assertThat(registered().contact()).contains("@127.0.0.1:");
        SipText second = registered();
        assertThat(second.contact()).contains("@198.51.100.7:40404");
        assertThat(second.text()).containsPattern("@127\\.0\\.0\\.1:[^,\r]*;expires=0");
        assertThat(peer.registers.poll(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void a_connection_that_the_server_closes_is_made_again() throws Exception {
        peer = new ScriptedPeer(Transport.TCP);
        desk = new Desk(account(Transport.TCP));
        desk.line(Registered.class);
        registered();

        peer.hangUp();

        registered();
    }

    @Test
    void the_way_back_is_kept_open() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        desk = new Desk(account(Transport.UDP), 10);
        desk.line(Registered.class);

        Eventually.is(() -> peer.keepAlives.get() > 0);
    }

    private Account account(Transport over) {
        return Account.at("127.0.0.1", peer.port(), over, "1001", "pw1001");
    }

    private String lastContact = "";

    private SipText registered() throws InterruptedException {
        SipText register = peer.registers.poll(30, TimeUnit.SECONDS);
        assertThat(register).isNotNull();
        lastContact = register.contact();
        return register;
    }

    private String contactThen() {
        return lastContact;
    }

    private String[] withContact(String[] sdp) {
        String[] all = new String[sdp.length + 1];
        all[0] = "Contact: " + peer.here();
        System.arraycopy(sdp, 0, all, 1, sdp.length);
        return all;
    }
}
