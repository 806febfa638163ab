package amends.acd;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AgentState.Reason;
import amends.kernel.SettableTime;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueueAgentSessionTest {
    private static final StaffMember LI_MIN =
            new StaffMember(new UUID(1, 1), "limin", "李敏", "1001", Set.of(Role.AGENT));

    private final SettableTime time = new SettableTime();
    private final ScriptedPhone phone = new ScriptedPhone();
    private final ScriptedLink link = new ScriptedLink();
    private final QueueAgentSession session =
            new QueueAgentSession(time, time, phone, link, AgentRules.of("support", "sales"));

    private void signInReady() {
        session.signIn(LI_MIN);
        session.ready();
        link.told.clear();
    }

    private void talkAndEnd() {
        phone.rings("a");
        phone.answered("a");
        phone.ended("a", ClearCause.REMOTE_HANGUP);
    }

    @Test
    void signing_in_joins_the_queues_not_ready() {
        session.signIn(LI_MIN);
        assertThat(link.told).containsExactly("logOn 1001 李敏 [support, sales]");
        assertThat(session.state()).isEqualTo(new AgentState.NotReady(Reason.SIGNED_IN));
    }

    @Test
    void the_write_up_ends_by_itself_after_thirty_seconds() {
        signInReady();
        talkAndEnd();
        Instant until = time.now().plusSeconds(30);
        assertThat(session.state()).isEqualTo(new AgentState.WorkingAfterCall(until));
        time.pass(Duration.ofSeconds(29));
        assertThat(link.told).containsExactly("working");
        time.pass(Duration.ofSeconds(1));
        assertThat(session.state()).isEqualTo(new AgentState.Ready());
        assertThat(link.told).containsExactly("working", "ready");
    }

    @Test
    void an_extension_gives_thirty_seconds_more_each_time() {
        signInReady();
        talkAndEnd();
        time.pass(Duration.ofSeconds(20));
        session.extendAfterCallWork();
        session.extendAfterCallWork();
        time.pass(Duration.ofSeconds(69));
        assertThat(session.state()).isInstanceOf(AgentState.WorkingAfterCall.class);
        time.pass(Duration.ofSeconds(1));
        assertThat(session.state()).isEqualTo(new AgentState.Ready());
    }

    @Test
    void a_corrected_wall_clock_does_not_change_the_length_of_the_write_up() {
        signInReady();
        talkAndEnd();
        time.setWall(time.now().plus(Duration.ofHours(1)));
        time.pass(Duration.ofSeconds(29));
        assertThat(session.state()).isInstanceOf(AgentState.WorkingAfterCall.class);
    }

    @Test
    void finishing_early_stops_the_countdown() {
        signInReady();
        talkAndEnd();
        session.finishAfterCallWork();
        session.notReady(Reason.MEAL);
        time.pass(Duration.ofMinutes(5));
        assertThat(link.told).containsExactly("working", "ready", "notReady MEAL");
    }

    @Test
    void a_break_asked_for_in_a_call_begins_after_its_write_up() {
        signInReady();
        phone.rings("a");
        phone.answered("a");
        session.notReady(Reason.BREAK);
        assertThat(session.next()).contains(Reason.BREAK);
        assertThat(link.told).isEmpty();
        phone.ended("a", ClearCause.LOCAL_HANGUP);
        session.finishAfterCallWork();
        assertThat(session.state()).isEqualTo(new AgentState.NotReady(Reason.BREAK));
        assertThat(link.told).containsExactly("working", "notReady BREAK");
    }

    @Test
    void signing_out_in_a_call_happens_after_its_write_up() {
        signInReady();
        phone.rings("a");
        phone.answered("a");
        session.signOut();
        assertThat(session.leaving()).isTrue();
        phone.ended("a", ClearCause.LOCAL_HANGUP);
        time.pass(Duration.ofSeconds(30));
        assertThat(session.state()).isEqualTo(new AgentState.LoggedOff());
        assertThat(session.leaving()).isFalse();
        assertThat(link.told).containsExactly("working", "logOff");
    }

    @Test
    void ring_no_answer_makes_not_ready_whichever_is_told_first() {
        signInReady();
        phone.rings("a");
        link.tells(new AcdEvent.RingNoAnswer("support"));
        phone.ended("a", ClearCause.CANCELLED);
        assertThat(session.state()).isEqualTo(new AgentState.NotReady(Reason.RING_NO_ANSWER));
        session.ready();
        phone.rings("b");
        phone.ended("b", ClearCause.CANCELLED);
        link.tells(new AcdEvent.RingNoAnswer("support"));
        assertThat(session.state()).isEqualTo(new AgentState.NotReady(Reason.RING_NO_ANSWER));
        assertThat(link.told).containsExactly("notReady RING_NO_ANSWER", "ready", "notReady RING_NO_ANSWER");
    }

    @Test
    void a_call_that_the_agent_refused_is_no_ring_no_answer() {
        signInReady();
        phone.rings("a");
        phone.ended("a", ClearCause.REJECTED);
        link.tells(new AcdEvent.RingNoAnswer("support"));
        assertThat(session.state()).isEqualTo(new AgentState.Ready());
    }

    @Test
    void an_outbound_call_makes_busy_and_leaves_no_write_up_when_nobody_answers() {
        signInReady();
        phone.dials("out");
        assertThat(session.state()).isEqualTo(new AgentState.Busy());
        phone.ended("out", ClearCause.NO_ANSWER);
        assertThat(session.state()).isEqualTo(new AgentState.Ready());
        assertThat(link.told).isEmpty();
    }

    @Test
    void an_offer_in_the_write_up_lasting_past_its_end_leaves_time_to_finish_it() {
        signInReady();
        talkAndEnd();
        time.pass(Duration.ofSeconds(25));
        phone.rings("b");
        time.pass(Duration.ofSeconds(10));
        phone.ended("b", ClearCause.CANCELLED);
        assertThat(session.state()).isInstanceOf(AgentState.WorkingAfterCall.class);
        time.pass(Duration.ofSeconds(25));
        assertThat(session.state()).isEqualTo(new AgentState.Ready());
    }

    @Test
    void the_queue_of_a_call_is_known_whether_told_before_or_after_its_ringing() {
        signInReady();
        var offer = new AcdEvent.QueueCallOffered(
                new CallId("a"), "support", "+8613800138000", Duration.ofSeconds(8), true);
        link.tells(offer);
        phone.rings("a");
        assertThat(session.offerOf(new CallId("a"))).contains(offer);
        assertThat(session.offerOf(new CallId("b"))).isEmpty();
    }

    @Test
    void a_thousand_offers_do_not_stay_in_memory() {
        for (int i = 0; i < 1000; i++)
            link.tells(new AcdEvent.QueueCallOffered(new CallId("c" + i), "support", "", Duration.ZERO, false));
        assertThat(session.offerOf(new CallId("c0"))).isEmpty();
        assertThat(session.offerOf(new CallId("c999"))).isPresent();
    }

    @Test
    void what_a_lead_sets_is_taken_over_with_its_reason() {
        signInReady();
        link.tells(new AcdEvent.AvailabilityChanged(false, "Training"));
        assertThat(session.state()).isEqualTo(new AgentState.NotReady(Reason.TRAINING));
        link.tells(new AcdEvent.AvailabilityChanged(false, "fire drill"));
        assertThat(session.state()).isEqualTo(new AgentState.NotReady(Reason.SET_BY_OTHERS));
        assertThat(link.told).isEmpty();
    }

    @Test
    void a_lost_link_leaves_the_state_alone_and_is_passed_on() {
        signInReady();
        List<AcdEvent> heard = new ArrayList<>();
        session.onAcdEvent(heard::add);
        link.tells(new AcdEvent.LinkDown("gone"));
        link.tells(new AcdEvent.LinkUp());
        assertThat(session.state()).isEqualTo(new AgentState.Ready());
        assertThat(heard).containsExactly(new AcdEvent.LinkDown("gone"), new AcdEvent.LinkUp());
    }

    @Test
    void whoever_signs_in_while_talking_is_busy() {
        phone.calls.add(ScriptedPhone.call("a", Direction.INBOUND, ConnectionState.CONNECTED));
        session.signIn(LI_MIN);
        assertThat(session.state()).isEqualTo(new AgentState.Busy());
    }

    @Test
    void listeners_hear_of_states_and_of_changed_plans() {
        List<AgentState> states = new ArrayList<>();
        session.onState(states::add);
        signInReady();
        phone.rings("a");
        session.notReady(Reason.BREAK);
        assertThat(states)
                .containsExactly(
                        new AgentState.NotReady(Reason.SIGNED_IN),
                        new AgentState.Ready(),
                        new AgentState.Busy(),
                        new AgentState.Busy());
    }
}
