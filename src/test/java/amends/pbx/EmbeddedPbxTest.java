package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.rtp.G711;
import amends.rtp.RtpPacket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole exchange, met over sockets only. */
class EmbeddedPbxTest {
    private EmbeddedPbx pbx;
    private RawPhone agent;
    private RawPhone second;
    private RawPhone customer;
    private RawManager manager;

    static PbxConfig config() {
        return PbxConfig.onLoopback(
                List.of(new Extension("1001", "pw1001", "Agent 1001"), new Extension("1002", "pw1002", "Agent 1002")),
                List.of(CallQueue.of("support", "800")
                        .withTimes(Duration.ofMillis(600), Duration.ofSeconds(3), Duration.ofSeconds(20))),
                List.of(new ManagerUser("cti", "ctisecret")));
    }

    @BeforeEach
    void open() throws Exception {
        pbx = EmbeddedPbx.start(config(), Timekeeper.system());
        agent = RawPhone.udp("1001", "pw1001", pbx.sipPort());
        second = RawPhone.udp("1002", "pw1002", pbx.sipPort());
        customer = RawPhone.udp("+15551230001", "", pbx.sipPort());
        manager = RawManager.signedIn(pbx.managerPort(), "cti", "ctisecret");
    }

    @AfterEach
    void close() throws Exception {
        manager.close();
        agent.close();
        second.close();
        customer.close();
        pbx.close();
    }

    private void seat(RawPhone phone) throws Exception {
        assertThat(phone.register(60).status()).isEqualTo(200);
        manager.ask(
                "QueueAdd", "Queue: support", "Interface: PJSIP/agent" + phone.user, "MemberName: Agent " + phone.user);
    }

    @Test
    void a_telephone_signs_in_after_a_challenge() throws Exception {
        RawMessage ok = agent.register(60);
        assertThat(ok.status()).isEqualTo(200);
        assertThat(ok.required("Contact")).contains("1001-dev").contains("expires=");
    }

    @Test
    void a_wrong_password_binds_nothing() throws Exception {
        try (var thief = RawPhone.udp("1001", "guess", pbx.sipPort())) {
            assertThat(thief.register(60).status()).isEqualTo(403);
        }
        assertThat(manager.ask("ExtensionState", "Exten: 1001", "Context: blf"))
                .containsEntry("StatusText", "Unavailable");
    }

    @Test
    void nobody_binds_anothers_address() throws Exception {
        assertThat(agent.register("1002", 60).status()).isEqualTo(403);
    }

    @Test
    void a_telephone_signs_out() throws Exception {
        agent.register(60);
        RawMessage gone = agent.register(0);
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.header("Contact")).isEmpty();
    }

    @Test
    void too_short_a_registration_is_told_the_shortest() throws Exception {
        RawMessage brief = agent.register(3);
        assertThat(brief.status()).isEqualTo(423);
        assertThat(brief.required("Min-Expires")).isEqualTo("10");
    }

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

    private static double rms(byte[] datagram) {
        short[] pcm = G711.MU_LAW.decode(
                RtpPacket.parse(datagram, datagram.length).orElseThrow().payload());
        double sum = 0;
        for (short s : pcm) sum += (double) s * s;
        return Math.sqrt(sum / pcm.length);
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

    private static void assertRelayed(RawCall from, RawCall to, byte[] packet) throws IOException {
        from.sendRtp(packet);
        for (int i = 0; i < 400; i++) {
            byte[] heard = to.receiveRtp();
            if (java.util.Arrays.equals(heard, packet)) return;
        }
        throw new AssertionError("never heard");
    }

    static byte[] packet(int type, int seed) {
        var payload = new byte[160];
        new java.util.Random(seed).nextBytes(payload);
        return new RtpPacket(true, type, seed, seed * 160L, seed, payload).bytes();
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
    void one_extension_calls_another() throws Exception {
        agent.register(60);
        second.register(60);
        RawCall out = agent.call("1002", 8, 0, 101);
        RawCall in = second.awaitCall();
        assertThat(in.invitation().required("From")).contains("sip:1001@");
        assertThat(in.invitation().payloadTypes()).containsExactly("8", "0", "101");
        in.ring();
        assertThat(out.awaitResponse("INVITE", 180).status()).isEqualTo(180);
        in.answer(8, 101);
        assertThat(out.awaitAnswer().payloadTypes()).containsExactly("8", "101");
        manager.awaitEvent("BridgeEnter", "BridgeNumChannels", "2");
        assertRelayed(out, in, packet(8, 3));
        out.bye();
        in.awaitBye();
    }

    @Test
    void a_caller_who_cancels_stops_the_other_telephone() throws Exception {
        agent.register(60);
        second.register(60);
        RawCall out = agent.call("1002", 0);
        RawCall in = second.awaitCall().ring();
        out.awaitResponse("INVITE", 180);
        out.cancel();
        in.awaitCancel();
        assertThat(out.awaitResponse("INVITE", 200).status()).isEqualTo(487);
    }

    @Test
    void a_refusal_reaches_the_caller() throws Exception {
        agent.register(60);
        second.register(60);
        RawCall out = agent.call("1002", 0);
        second.awaitCall().reject("486 Busy Here");
        assertThat(out.awaitAnswer().status()).isEqualTo(486);
    }

    @Test
    void strangers_do_not_reach_extensions() throws Exception {
        agent.register(60);
        assertThat(customer.call("1001", 0).awaitAnswer().status()).isEqualTo(404);
    }

    @Test
    void nobody_calls_in_an_extensions_name_without_its_password() throws Exception {
        try (var thief = RawPhone.udp("1001", "guess", pbx.sipPort())) {
            assertThat(thief.call("support", 0).awaitAnswer().status()).isEqualTo(403);
        }
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
    void echo_says_back_what_is_said() throws Exception {
        agent.register(60);
        RawCall call = agent.call("600", 0);
        call.awaitAnswer();
        byte[] packet = packet(0, 4);
        call.sendRtp(packet);
        assertThat(call.receiveRtp()).isEqualTo(packet);
    }

    @Test
    void beside_opus_a_telephone_that_knows_keys_at_the_old_clock_alone_is_offered_them_so() throws Exception {
        try (var other = RawPhone.udp("1002", "pw1002", pbx.sipPort())) {
            other.register(60);
            agent.register(60);
            RawCall out = agent.call("1002", 111, 110, 101);
            RawCall in = other.awaitCall();
            assertThat(in.invitation().body()).contains("telephone-event/48000", "telephone-event/8000");
            in.ring().answer(111, 101);

            assertThat(out.awaitAnswer().body())
                    .contains("telephone-event/8000")
                    .doesNotContain("telephone-event/48000");
            out.bye();
            in.awaitBye();
        }
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

    @Test
    void a_telephone_on_tcp_is_called_over_its_own_connection() throws Exception {
        try (var onTcp = RawPhone.tcp("1002", "pw1002", pbx.sipPort())) {
            assertThat(onTcp.register(60).status()).isEqualTo(200);
            agent.register(60);
            RawCall out = agent.call("1002", 0);
            RawCall in = onTcp.awaitCall().ring().answer(0);
            assertThat(out.awaitAnswer().status()).isEqualTo(200);
            out.bye();
            in.awaitBye();
        }
    }

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
    void outside_numbers_go_to_the_public_network() throws Exception {
        try (var network = RawPhone.udp("net", "", 9)) {
            var peer = new java.net.InetSocketAddress("127.0.0.1", network.localPort());
            try (var other = EmbeddedPbx.start(config().withTrunk(Trunk.ofLoopback(peer)), Timekeeper.system());
                    var phone = RawPhone.udp("1001", "pw1001", other.sipPort())) {
                phone.register(60);
                phone.call("9+15551230001", 0, 101);
                RawMessage invite = network.awaitCall().invitation();
                assertThat(invite.startLine()).contains("sip:+15551230001@127.0.0.1:" + network.localPort());
                assertThat(invite.required("From")).contains("sip:1001@");
            }
        }
    }

    private interface Seen {
        void by(RawPhone phone, RawPhone network) throws Exception;
    }

    private void callingOutUnder(String number, Seen what) throws Exception {
        try (var network = RawPhone.udp("net", "", 9)) {
            var peer = new java.net.InetSocketAddress("127.0.0.1", network.localPort());
            var config = config().withTrunk(Trunk.ofLoopback(peer).withNumbers(number));
            try (var other = EmbeddedPbx.start(config, Timekeeper.system());
                    var phone = RawPhone.udp("1001", "pw1001", other.sipPort())) {
                phone.register(60);
                what.by(phone, network);
            }
        }
    }

    @Test
    void a_number_of_the_house_that_is_asked_for_is_shown_outside() throws Exception {
        callingOutUnder("+864008001000", (phone, network) -> {
            phone.wishes = "P-Preferred-Identity: <sip:+864008001000@127.0.0.1>\r\n";
            phone.call("9+15551230001", 0, 101);
            RawMessage invite = network.awaitCall().invitation();
            assertThat(invite.required("From")).contains("sip:+864008001000@");
            assertThat(invite.required("P-Asserted-Identity")).contains("sip:+864008001000@");
        });
    }

    @Test
    void a_number_that_is_not_the_houses_is_not() throws Exception {
        callingOutUnder("+864008001000", (phone, network) -> {
            phone.wishes = "P-Preferred-Identity: <sip:+8613800138000@127.0.0.1>\r\n";
            phone.call("9+15551230001", 0, 101);
            assertThat(network.awaitCall().invitation().required("From")).contains("sip:1001@");
        });
    }

    @Test
    void a_withheld_number_is_told_to_the_network_alone_and_by_who_has_proven_themselves() throws Exception {
        callingOutUnder("+864008001000", (phone, network) -> {
            phone.from = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";
            phone.wishes = "P-Preferred-Identity: <sip:1001@127.0.0.1>\r\nPrivacy: id\r\n";
            phone.call("9+15551230001", 0, 101);
            RawMessage invite = network.awaitCall().invitation();
            assertThat(invite.required("From")).contains("sip:anonymous@anonymous.invalid");
            assertThat(invite.required("Contact")).doesNotContain("1001");
            assertThat(invite.required("Privacy")).isEqualTo("id");
            assertThat(invite.required("P-Asserted-Identity")).contains("sip:1001@");
        });
    }

    @Test
    void a_number_in_from_is_granted_too() throws Exception {
        callingOutUnder("+864008001000", (phone, network) -> {
            phone.from = "<sip:+864008001000@127.0.0.1>";
            phone.wishes = "P-Preferred-Identity: <sip:1001@127.0.0.1>\r\n";
            phone.call("9+15551230001", 0, 101);
            assertThat(network.awaitCall().invitation().required("From")).contains("sip:+864008001000@");
        });
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

    @Test
    void all_calls_are_hung_up_when_the_exchange_closes() throws Exception {
        RawCall outside = customer.call("support", 0, 101);
        outside.awaitAnswer();
        manager.awaitEvent("QueueCallerJoin");
        pbx.close();
        outside.awaitBye();
    }

    @Test
    void a_caller_whose_ack_is_still_under_way_is_hung_up_too() throws Exception {
        var calls = new java.util.ArrayList<RawCall>();
        for (int i = 0; i < 3; i++) calls.add(customer.call("support", 0, 101));
        for (RawCall call : calls) call.awaitAnswer();
        pbx.close();
        for (RawCall call : calls) call.awaitBye();
    }

    @Test
    void an_exchange_with_a_prompt_says_it_before_anybody_is_called() throws Exception {
        var tone = new short[4000];
        java.util.Arrays.fill(tone, (short) 9000);
        var prompt = RecordingPrompt.of(Clip.of(tone));
        try (var other = EmbeddedPbx.start(config().withRecordingPrompt(prompt), Timekeeper.system());
                var phone = RawPhone.udp("1001", "pw1001", other.sipPort());
                var caller = RawPhone.udp("+15551230001", "", other.sipPort());
                var told = RawManager.signedIn(other.managerPort(), "cti", "ctisecret")) {
            phone.register(60);
            told.ask("QueueAdd", "Queue: support", "Interface: PJSIP/1001", "MemberName: A");
            RawCall call = caller.call("800", 0);
            call.awaitAnswer();
            assertThat(rms(call.receiveRtp())).isGreaterThan(8000);
            phone.awaitCall();
            String channel = told.awaitEvent("AgentCalled").get("DestChannel");
            assertThat(told.ask("Getvar", "Channel: " + channel, "Variable: AMENDS_ANNOUNCED"))
                    .containsEntry("Value", "1");
        }
    }

    @Test
    void a_busy_port_is_named() {
        var again = config().withPorts(pbx.sipPort(), 0, PortRange.ANY);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> EmbeddedPbx.start(again, Timekeeper.system()))
                .isInstanceOfSatisfying(
                        PortBusy.class, e -> assertThat(e.port()).isEqualTo(pbx.sipPort()));
        var managers = config().withPorts(0, pbx.managerPort(), PortRange.ANY);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> EmbeddedPbx.start(managers, Timekeeper.system()))
                .isInstanceOfSatisfying(
                        PortBusy.class, e -> assertThat(e.port()).isEqualTo(pbx.managerPort()));
    }
}
