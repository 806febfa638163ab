package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.rtp.RtpPacket;
import org.junit.jupiter.api.Test;

/** Who calls a queue, and the agent who takes the call. */
class QueueCallerTest extends ExchangeStory {
    @Test
    void a_queue_caller_hears_music_while_waiting() throws Exception {
        RawCall call = customer.call("support", 0, 101);
        call.awaitAnswer();
        double energy = 0;
        for (int i = 0; i < 50; i++) energy = Math.max(energy, rms(call.receiveRtp()));
        assertThat(energy).isGreaterThan(500);
    }

    @Test
    void the_music_of_an_a_law_caller_is_a_law() throws Exception {
        RawCall call = customer.call("support", 8);
        call.awaitAnswer();
        byte[] packet = call.receiveRtp();
        assertThat(RtpPacket.parse(packet, packet.length).orElseThrow().payloadType())
                .isEqualTo(8);
    }

    @Test
    void the_agent_is_shown_who_calls() throws Exception {
        seat(agent);
        customer.call("support", 0, 101).awaitAnswer();
        RawMessage invite = agent.awaitCall().invitation();
        assertThat(invite.required("From")).contains("\"Jane Doe\"").contains("sip:+15551230001@");
        assertThat(invite.required("P-Asserted-Identity"))
                .contains("\"Jane Doe\"")
                .contains("sip:+15551230001@");
        assertThat(invite.payloadTypes()).containsExactly("0", "101");
    }

    @Test
    void both_hear_each_other_byte_for_byte() throws Exception {
        seat(agent);
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring().answer(0, 101);
        manager.awaitEvent("BridgeEnter", "BridgeNumChannels", "2");
        assertRelayed(outside, inside, packet(0, 7));
        assertRelayed(inside, outside, packet(0, 9));
    }

    @Test
    void keys_are_renumbered_where_the_legs_differ() throws Exception {
        seat(agent);
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring().answer(0, 96);
        manager.awaitEvent("BridgeEnter", "BridgeNumChannels", "2");
        outside.sendRtp(packet(101, 5));
        byte[] heard = inside.receiveRtp();
        assertThat(RtpPacket.parse(heard, heard.length).orElseThrow().payloadType())
                .isEqualTo(96);
    }

    @Test
    void either_side_ends_the_call_for_both() throws Exception {
        seat(agent);
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring().answer(0, 101);
        assertThat(inside.bye().status()).isEqualTo(200);
        outside.awaitBye();
        assertThat(manager.awaitEvent("AgentComplete")).containsEntry("Reason", "agent");
    }

    @Test
    void a_caller_who_hangs_up_ends_the_call_for_the_agent() throws Exception {
        seat(agent);
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring().answer(0, 101);
        manager.awaitEvent("AgentConnect");
        assertThat(outside.bye().status()).isEqualTo(200);
        inside.awaitBye();
        assertThat(manager.awaitEvent("AgentComplete")).containsEntry("Reason", "caller");
    }

    @Test
    void a_telephone_that_rings_out_makes_room_for_the_next() throws Exception {
        seat(agent);
        seat(second);
        customer.call("support", 0, 101).awaitAnswer();
        agent.awaitCall().ring().awaitCancel();
        second.awaitCall().ring().answer(0, 101);
        assertThat(manager.awaitEvent("AgentRingNoAnswer")).containsEntry("Interface", "PJSIP/agent1001");
        assertThat(manager.awaitEvent("AgentConnect")).containsEntry("Interface", "PJSIP/agent1002");
    }

    @Test
    void an_agent_who_refuses_makes_room_for_the_next() throws Exception {
        seat(agent);
        seat(second);
        customer.call("support", 0, 101).awaitAnswer();
        agent.awaitCall().reject("486 Busy Here");
        second.awaitCall().ring().answer(0, 101);
        assertThat(manager.awaitEvent("DialEnd", "DialStatus", "BUSY")).containsEntry("DestCallerIDNum", "1001");
    }

    @Test
    void a_caller_who_gives_up_stops_the_ringing() throws Exception {
        seat(agent);
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring();
        outside.bye();
        inside.awaitCancel();
        assertThat(manager.awaitEvent("QueueCallerAbandon")).containsEntry("Position", "1");
    }

    @Test
    void an_answer_that_crosses_the_cancel_is_hung_up() throws Exception {
        seat(agent);
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring();
        outside.bye();
        agent.await("CANCEL", m -> m.isRequest("CANCEL"));
        inside.accept(0, 101);
        inside.awaitBye();
    }

    @Test
    void a_held_caller_hears_music_and_then_the_agent_again() throws Exception {
        seat(agent);
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring().answer(0, 101);
        manager.awaitEvent("BridgeEnter", "BridgeNumChannels", "2");
        RawMessage held = inside.reinvite("sendonly", 0, 101);
        assertThat(held.bodyHas("a=recvonly")).isTrue();
        manager.awaitEvent("Hold");
        double energy = 0;
        for (int i = 0; i < 60; i++) energy = Math.max(energy, rms(outside.receiveRtp()));
        assertThat(energy).isGreaterThan(500);
        inside.reinvite("sendrecv", 0, 101);
        manager.awaitEvent("Unhold");
        assertRelayed(inside, outside, packet(0, 9));
    }

    @Test
    void a_paused_agent_is_not_offered_calls() throws Exception {
        seat(agent);
        seat(second);
        manager.ask("QueuePause", "Queue: support", "Interface: PJSIP/agent1001", "Paused: true", "Reason: Lunch");
        customer.call("support", 0, 101).awaitAnswer();
        second.awaitCall().ring().answer(0, 101);
        assertThat(agent.poll(m -> m.isRequest("INVITE"), 0)).isNull();
    }

    @Test
    void a_caller_may_leave_the_offer_to_the_exchange() throws Exception {
        RawCall call = customer.call("support");
        RawMessage ok = call.awaitResponse("INVITE", 200);
        assertThat(ok.payloadTypes()).containsExactly("0", "101");
        call.described = ok;
        call.ack(ok, customer.sdp("sendrecv", 0, 101));
        double energy = 0;
        for (int i = 0; i < 50; i++) energy = Math.max(energy, rms(call.receiveRtp()));
        assertThat(energy).isGreaterThan(500);
    }

    @Test
    void both_may_hold_and_only_then_both_hear_music() throws Exception {
        seat(agent);
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        RawCall inside = agent.awaitCall().ring().answer(0, 101);
        manager.awaitEvent("BridgeEnter", "BridgeNumChannels", "2");
        inside.reinvite("sendonly", 0, 101);
        outside.reinvite("sendonly", 0, 101);
        manager.awaitEvent("Hold", "CallerIDNum", "+15551230001");
        double energy = 0;
        for (int i = 0; i < 60; i++) energy = Math.max(energy, rms(inside.receiveRtp()));
        assertThat(energy).isGreaterThan(500);
        inside.reinvite("sendrecv", 0, 101);
        outside.reinvite("sendrecv", 0, 101);
        manager.awaitEvent("Unhold", "CallerIDNum", "+15551230001");
        assertRelayed(inside, outside, packet(0, 9));
        assertRelayed(outside, inside, packet(0, 8));
    }

    @Test
    void a_caller_without_a_common_codec_is_told_so() throws Exception {
        assertThat(customer.call("support", 18).awaitAnswer().status()).isEqualTo(488);
    }

    @Test
    void a_caller_whose_audio_cannot_be_sent_to_is_told_so() throws Exception {
        customer.audioAt("IP6 2001:db8::1");
        assertThat(customer.call("support", 0).awaitAnswer().status()).isEqualTo(488);
    }
}
