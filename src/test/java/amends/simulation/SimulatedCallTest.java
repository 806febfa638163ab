package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import java.io.IOException;
import java.net.DatagramSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A customer on one network calls a persona on another: real SIP and RTP between the two. */
@Isolated("it talks in real time")
class SimulatedCallTest {
    private final RecordedSteps caller = new RecordedSteps();
    private final RecordedSteps called = new RecordedSteps();
    private SimulatedNetwork here;
    private SimulatedNetwork there;
    private SimulatedCustomer wang;

    @BeforeEach
    void open() throws IOException {
        here = new SimulatedNetwork(Timekeeper.system());
        there = new SimulatedNetwork(Timekeeper.system());
        wang = new SimulatedCustomer(here, there.address(), Persona.WANG);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private void chenAnswers(CallPlan plan, Duration ringing) {
        there.answer(Persona.CHEN, plan, ringing, () -> called);
    }

    private SimulatedCall call(CallPlan plan) throws IOException {
        return wang.call(Persona.CHEN.number(), plan, caller);
    }

    @Test
    void both_hear_each_other() throws Exception {
        chenAnswers(CallPlan.repeating("chen-reply"), Duration.ZERO);
        SimulatedCall call = call(CallPlan.statement("wang-opening", "wang-reply"));
        caller.await("ringing");
        caller.await("answered");
        caller.await("ended LOCAL_HANGUP");
        called.await("ended REMOTE_HANGUP");
        assertThat(SpeechMatch.best(call.heard(), Clip.load("chen-reply"))).isGreaterThan(0.95);
        assertThat(SpeechMatch.best(call.heard(), Clip.load("agent-greeting-zh")))
                .isLessThan(0.7);
    }

    @Test
    void customers_take_turns_and_hang_up_when_answered() throws Exception {
        CallPlan plan = new CallPlan(
                CallPlan.Start.IN_TURN,
                List.of("clarke-reply"),
                false,
                CallPlan.Ending.AFTER_AGENT,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60));
        chenAnswers(
                new CallPlan(
                        CallPlan.Start.AT_ANSWER,
                        List.of("clarke-reply"),
                        false,
                        CallPlan.Ending.WHEN_TOLD,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60)),
                Duration.ZERO);
        call(plan);
        caller.await("heard speech");
        caller.await("said clarke-reply");
        called.await("heard speech");
        caller.await("ended LOCAL_HANGUP");
    }

    @Test
    void a_number_that_nobody_has_is_not_found() throws Exception {
        call(CallPlan.whenTold());
        caller.await("ended NOT_FOUND");
    }

    @Test
    void a_caller_who_gives_up_while_it_rings_cancels() throws Exception {
        chenAnswers(CallPlan.whenTold(), Duration.ofMinutes(1));
        SimulatedCall call = call(CallPlan.whenTold());
        caller.await("ringing");
        call.hangUp();
        caller.await("ended CANCELLED");
        called.await("ended CANCELLED");
    }

    @Test
    void a_caller_gives_up_by_itself_at_the_plans_end() throws Exception {
        chenAnswers(CallPlan.whenTold(), Duration.ofMinutes(1));
        call(CallPlan.whenTold().atMost(Duration.ofMillis(300)));
        caller.await("ended CANCELLED");
    }

    @Test
    void the_called_party_may_hang_up() throws Exception {
        chenAnswers(CallPlan.whenTold().atMost(Duration.ofMillis(300)), Duration.ZERO);
        call(CallPlan.whenTold());
        caller.await("answered");
        caller.await("ended REMOTE_HANGUP");
    }

    @Test
    void a_silent_pbx_is_given_up_on() throws Exception {
        try (var silent = new DatagramSocket(0, here.address().getAddress())) {
            var pbx = new java.net.InetSocketAddress(here.address().getAddress(), silent.getLocalPort());
            new SimulatedCustomer(here, pbx, Persona.REED)
                    .call("support", CallPlan.whenTold().atMost(Duration.ofMillis(300)), caller);
            caller.await("ended CANCELLED");
        }
    }

    @Test
    void fifty_calls_in_a_row_leave_nothing_behind() throws Exception {
        there.answer(Persona.CHEN, CallPlan.whenTold(), Duration.ZERO, () -> CallSteps.UNHEARD);
        for (int i = 0; i < 50; i++) {
            var steps = new RecordedSteps();
            SimulatedCall call = wang.call(Persona.CHEN.number(), CallPlan.whenTold(), steps);
            steps.await("answered");
            call.hangUp();
            steps.await("ended LOCAL_HANGUP");
            new DatagramSocket(call.heardAt()).close();
        }
        assertThat(here.ongoing()).isZero();
    }

    @Test
    void closing_hangs_up_and_frees_the_port() throws Exception {
        chenAnswers(CallPlan.whenTold(), Duration.ZERO);
        call(CallPlan.whenTold());
        caller.await("answered");
        var address = here.address();
        here.close();
        caller.await("ended LOCAL_HANGUP");
        called.await("ended REMOTE_HANGUP");
        new DatagramSocket(address).close();
    }
}
