package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Peers that fall silent as when their power fails. SIP's own patience of 32 s makes these slow. */
@Execution(ExecutionMode.CONCURRENT)
class LostPeerIT {
    private static final long PATIENCE = 75_000;

    @Test
    void who_never_acknowledges_is_hung_up_and_an_agent_who_vanished_sets_the_customer_free() throws Exception {
        try (var pbx = EmbeddedPbx.start(EmbeddedPbxTest.config(), Timekeeper.system());
                var mute = RawPhone.udp("+15551230002", "", pbx.sipPort());
                var customer = RawPhone.udp("+15551230001", "", pbx.sipPort());
                var agent = RawPhone.udp("1001", "pw1001", pbx.sipPort());
                var manager = RawManager.signedIn(pbx.managerPort(), "cti", "ctisecret")) {
            agent.register(3600);
            manager.ask("QueueAdd", "Queue: support", "Interface: PJSIP/agent1001", "MemberName: A");
            RawCall unacknowledged = mute.call("support", 0);
            unacknowledged.awaitResponse("INVITE", 200);
            RawCall vanished = agent.awaitCall().ring().answer(0);
            vanished.bye();
            customer.call("support", 0).awaitAnswer();
            vanished = agent.awaitCall().ring().answer(0);
            manager.awaitEvent("AgentConnect", "CallerIDNum", "+15551230001");
            vanished.sendRtp(EmbeddedPbxTest.packet(0, 1));
            mute.await("BYE for the one without ACK", m -> m.isRequest("BYE"), PATIENCE);
            customer.await("BYE for the customer", m -> m.isRequest("BYE"), PATIENCE);
            assertThat(manager.awaitEvent("AgentComplete", "CallerIDNum", "+15551230001"))
                    .containsEntry("Reason", "agent");
        }
    }

    /** A telephone that lives says at least 100 at once; the queue does not let it ring out first. */
    @Test
    void a_telephone_that_says_nothing_at_all_does_not_keep_the_customer_waiting() throws Exception {
        var queue = CallQueue.of("support", "800")
                .withTimes(Duration.ofSeconds(40), Duration.ofSeconds(30), Duration.ofSeconds(120));
        var house = EmbeddedPbxTest.config();
        var config = PbxConfig.onLoopback(house.extensions(), List.of(queue), house.managerUsers());
        try (var pbx = EmbeddedPbx.start(config, Timekeeper.system());
                var customer = RawPhone.udp("+15551230001", "", pbx.sipPort());
                var dead = RawPhone.udp("1001", "pw1001", pbx.sipPort());
                var alive = RawPhone.udp("1002", "pw1002", pbx.sipPort());
                var manager = RawManager.signedIn(pbx.managerPort(), "cti", "ctisecret")) {
            dead.register(3600);
            manager.ask("QueueAdd", "Queue: support", "Interface: PJSIP/agent1001", "MemberName: A");
            customer.call("support", 0).awaitAnswer();
            dead.await("INVITE", m -> m.isRequest("INVITE"));
            long began = System.nanoTime();
            alive.register(3600);
            manager.ask("QueueAdd", "Queue: support", "Interface: PJSIP/agent1002", "MemberName: B");
            alive.awaitCall().ring().answer(0);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
            assertThat(manager.awaitEvent("AgentConnect", "CallerIDNum", "+15551230001"))
                    .containsEntry("MemberName", "B");
        }
    }
}
