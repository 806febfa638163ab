package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.CallEvent;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.GuestPart;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.Reception;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that are nobody's own, as they go on the wire and as the agent's lists do not see them. */
class VisitsTest {
    private ScriptedPeer peer;
    private Desk desk;
    private final BlockingQueue<CallEvent> visits = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reception.Waiting> asked = new LinkedBlockingQueue<>();

    @BeforeEach
    void a_desk_that_asks_about_everybody() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        desk = Desk.registeredAt(peer, Transport.UDP);
        desk.on(p -> {
            p.visits().onVisit(visits::add);
            p.visits().receivedBy((caller, call, answer) -> asked.add(answer));
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    private Caller calls(Reception.Answer answer) throws Exception {
        var caller = new Caller(peer, "<sip:1000@127.0.0.1>;tag=far");
        caller.invite(Caller.SDP);
        Reception.Waiting waits = asked.poll(20, TimeUnit.SECONDS);
        assertThat(waits).isNotNull();
        desk.on(p -> {
            waits.answer(answer);
            return null;
        });
        return caller;
    }

    private <E extends CallEvent> E visit(Class<E> kind) throws Exception {
        while (true) {
            CallEvent event = visits.poll(20, TimeUnit.SECONDS);
            assertThat(event).as(kind.getSimpleName()).isNotNull();
            if (kind.isInstance(event)) return kind.cast(event);
        }
    }

    private CallId talks() throws Exception {
        Caller caller = calls(Reception.Answer.RING);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
        return caller.id();
    }

    private CallId guest() throws Exception {
        Caller guest = calls(Reception.Answer.LET_IN);
        guest.ack(peer.take("SIP/2.0 200"));
        visit(Established.class);
        return guest.id();
    }

    @Test
    void who_is_turned_away_rings_nowhere_and_is_told_so() throws Exception {
        Caller caller = calls(Reception.Answer.REFUSE);

        caller.ack(peer.take("SIP/2.0 603"));
        assertThat(desk.events).isEmpty();
        assertThat(visits).isEmpty();
        assertThat(peer.hears("SIP/2.0 180", 100)).isFalse();
    }

    @Test
    void a_guest_is_answered_at_once_and_no_list_shows_them() throws Exception {
        guest();

        assertThat(desk.events).isEmpty();
        assertThat(desk.calls()).isEmpty();
    }

    @Test
    void who_rings_after_all_is_told_of_as_every_call() throws Exception {
        Caller caller = calls(Reception.Answer.RING);

        peer.take("SIP/2.0 180");
        assertThat(desk.event(Delivered.class).call().id()).isEqualTo(caller.id());
        assertThat(desk.calls())
                .singleElement()
                .satisfies(c -> assertThat(c.state()).isEqualTo(ConnectionState.ALERTING));
        caller.cancel("");
        desk.event(ConnectionCleared.class);
        assertThat(visits).isEmpty();
    }

    @Test
    void a_caller_of_whom_nobody_says_anything_rings_after_a_second_and_is_decided_about_no_more() throws Exception {
        var caller = new Caller(peer, "<sip:1000@127.0.0.1>;tag=far");
        caller.invite(Caller.SDP);
        Reception.Waiting waits = asked.poll(20, TimeUnit.SECONDS);

        assertThat(desk.event(Delivered.class).call().id()).isEqualTo(caller.id());
        desk.on(p -> {
            assertThat(waits.isOpen()).isFalse();
            return null;
        });
    }

    @Test
    void who_gives_up_before_it_is_decided_never_rings() throws Exception {
        var caller = new Caller(peer, "<sip:1000@127.0.0.1>;tag=far");
        caller.invite(Caller.SDP);
        Reception.Waiting waits = asked.poll(20, TimeUnit.SECONDS);
        caller.cancel("");
        caller.ack(peer.take("SIP/2.0 487"));
        desk.on(p -> {
            waits.answer(Reception.Answer.RING);
            return null;
        });

        assertThat(desk.calls()).isEmpty();
        assertThat(desk.events).isEmpty();
    }

    @Test
    void a_call_goes_on_unheld_while_a_guest_comes_and_the_guest_while_the_agent_turns_to_another() throws Exception {
        CallId call = talks();
        CallId guest = guest();
        assertThat(peer.hears("INVITE", 200)).isFalse();
        Outcome placed = desk.<Outcome>on(p -> p.visits().place(guest, call, GuestPart.LISTENS));

        assertThat(placed).isEqualTo(Outcome.ACCEPTED);
        assertThat(desk.calls())
                .singleElement()
                .satisfies(c -> assertThat(c.state()).isEqualTo(ConnectionState.CONNECTED));
        desk.accepted(p -> p.clear(guest));
        assertThat(visit(ConnectionCleared.class).cause()).isEqualTo(ClearCause.LOCAL_HANGUP);
        assertThat(desk.events).isEmpty();
    }

    @Test
    void only_who_is_apart_can_be_placed_handed_over_or_taken_on() throws Exception {
        CallId call = talks();

        assertThat(desk.<Outcome>on(p -> p.visits().place(call, call, GuestPart.JOINS)))
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(desk.<Outcome>on(p -> p.visits().handOver(call, call))).isInstanceOf(Outcome.Rejected.class);
        assertThat(desk.<Outcome>on(p -> p.visits().adopt(call, new Party("1", ""))))
                .isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void a_call_is_handed_over_to_the_guest_by_a_refer_that_names_the_guests_dialog() throws Exception {
        CallId call = talks();
        CallId guest = guest();
        assertThat(desk.<Outcome>on(p -> p.visits().handOver(call, guest))).isEqualTo(Outcome.ACCEPTED);

        SipText refer = peer.take("REFER");
        assertThat(refer.header("Call-ID")).isEqualTo(call.value());
        assertThat(java.net.URLDecoder.decode(refer.header("Refer-To"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Replaces=" + guest.value());
        refer.reply("403 Forbidden", "");
    }

    @Test
    void a_visit_is_no_call_of_ours_until_it_is_taken_on_with_its_customer() throws Exception {
        assertThat(desk.<Outcome>on(p -> p.visits().visit("1001"))).isEqualTo(Outcome.ACCEPTED);
        CallId id = visit(CallEvent.Originated.class).call().id();
        peer.take("INVITE sip:1001").reply("200 OK", "agents", described());
        visit(Established.class);
        assertThat(desk.calls()).isEmpty();

        assertThat(desk.<Outcome>on(p -> p.visits().adopt(id, new Party("+8613800138000", "王建国"))))
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(desk.event(Delivered.class).call().direction()).isEqualTo(Direction.INBOUND);
        assertThat(desk.event(Established.class).call().remote().user()).isEqualTo("+8613800138000");
        assertThat(desk.calls()).hasSize(1);
        desk.accepted(p -> p.clear(id));
        desk.event(ConnectionCleared.class);
    }

    private String[] described() {
        var lines = new java.util.ArrayList<>(java.util.List.of("Contact: " + peer.here()));
        lines.addAll(java.util.List.of(Caller.SDP));
        return lines.toArray(String[]::new);
    }
}
