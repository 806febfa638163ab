package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import org.junit.jupiter.api.Test;

/** The exchange as its telephones see it, from signing in to its closing. */
class EmbeddedPbxTest extends ExchangeStory {
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
