package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What managers are told of calls, and what they may ask for. */
class ManagedCallsTest extends ExchangeStory {
    @Test
    void the_call_id_of_the_agents_dialog_is_told_by_its_channel() throws Exception {
        seat(agent);
        customer.call("support", 0, 101).awaitAnswer();
        RawCall inside = agent.awaitCall();
        String channel = manager.awaitEvent("AgentCalled").get("DestChannel");
        assertThat(manager.ask("Getvar", "Channel: " + channel, "Variable: CHANNEL(pjsip,call-id)"))
                .containsEntry("Value", inside.callId);
        assertThat(manager.ask("Getvar", "Channel: " + channel, "Variable: AMENDS_ANNOUNCED"))
                .containsEntry("Value", "0");
    }

    @Test
    void an_ordered_call_rings_the_agent_first() throws Exception {
        agent.register(60);
        second.register(60);
        manager.ask(
                "Originate",
                "Channel: PJSIP/agent1001",
                "Exten: 1002",
                "Context: agents",
                "Priority: 1",
                "CallerID: Callback <+15551230001>",
                "Timeout: 5000",
                "Async: true");
        RawCall first = agent.awaitCall();
        assertThat(first.invitation().required("From")).contains("\"Callback\"").contains("+15551230001");
        first.ring().answer(0, 101);
        RawCall then = second.awaitCall().ring().answer(0, 101);
        assertThat(manager.awaitEvent("OriginateResponse"))
                .containsEntry("Response", "Success")
                .containsEntry("Reason", "4");
        manager.awaitEvent("BridgeEnter", "BridgeNumChannels", "2");
        assertRelayed(first, then, packet(0, 3));
    }

    @Test
    void an_ordered_call_that_nobody_answers_says_so() throws Exception {
        agent.register(60);
        manager.ask(
                "Originate",
                "Channel: PJSIP/agent1001",
                "Exten: 1002",
                "Context: agents",
                "Priority: 1",
                "Timeout: 300",
                "Async: true");
        agent.awaitCall().ring().awaitCancel();
        assertThat(manager.awaitEvent("OriginateResponse"))
                .containsEntry("Response", "Failure")
                .containsEntry("Reason", "3");
    }

    @Test
    void a_call_is_hung_up_by_the_manager() throws Exception {
        seat(agent);
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring().answer(0, 101);
        String channel = manager.awaitEvent("AgentConnect").get("DestChannel");
        manager.ask("Hangup", "Channel: " + channel);
        inside.awaitBye();
        outside.awaitBye();
    }

    @Test
    void lists_have_the_keys_of_the_real_ones_in_their_order() throws Exception {
        var real = Blocks.ofAsterisk();
        seat(agent);
        customer.call("support", 0).awaitAnswer();
        agent.awaitCall().ring();
        manager.awaitEvent("AgentCalled");
        manager.ask("QueueStatus");
        manager.ask("QueueSummary");
        manager.ask("CoreShowChannels");
        for (String name : List.of(
                "QueueParams",
                "QueueMember",
                "QueueEntry",
                "QueueStatusComplete",
                "QueueSummary",
                "QueueSummaryComplete",
                "CoreShowChannelsComplete"))
            assertThat(manager.awaitEvent(name).keySet()).as(name).containsExactlyElementsOf(real.get(name));
    }

    @Test
    void a_queue_call_is_told_in_the_order_of_the_real_one() throws Exception {
        seat(agent);
        manager.forget();
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring().answer(0, 101);
        manager.awaitEvent("BridgeEnter", "BridgeNumChannels", "2");
        inside.bye();
        outside.awaitBye();
        manager.await(
                "the end of the customer's leg",
                b -> "Hangup".equals(b.get("Event")) && b.get("Channel").startsWith("PJSIP/trunk"));
        assertThat(manager.events())
                .containsSubsequence(
                        "Newchannel",
                        "Newstate",
                        "QueueCallerJoin",
                        "MusicOnHoldStart",
                        "Newchannel",
                        "AgentCalled",
                        "DialBegin",
                        "Newstate",
                        "QueueMemberStatus",
                        "DialState",
                        "Newstate",
                        "DialEnd",
                        "MusicOnHoldStop",
                        "QueueCallerLeave",
                        "AgentConnect",
                        "BridgeCreate",
                        "BridgeEnter",
                        "BridgeEnter",
                        "HangupRequest",
                        "AgentComplete",
                        "BridgeLeave",
                        "BridgeLeave",
                        "SoftHangupRequest",
                        "BridgeDestroy",
                        "Hangup",
                        "Hangup");
    }
}
