package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.MarksChanged;
import amends.telephony.CallEvent.Originated;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.LineState.Registered;
import amends.telephony.Transfer.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls passed on at a real Asterisk: 1001 calls 1002, who passes the call on to the music at 601 or the echo at 600. */
class AsteriskTransferIT {
    private static final String HOST = System.getProperty("amends.asterisk", "127.0.0.1");
    private Desk caller;
    private Desk agent;
    private CallId atCaller;
    private CallId atAgent;

    @BeforeEach
    void they_talk() {
        Needs.peer(HOST, 5060, "an Asterisk");
        caller = desk("agent1001", "pw1001");
        agent = desk("agent1002", "pw1002");
        caller.line(Registered.class);
        agent.line(Registered.class);
        caller.accepted(p -> p.dial("1002"));
        atCaller = caller.event(Originated.class).call().id();
        atAgent = agent.event(Delivered.class).call().id();
        agent.accepted(p -> p.answer(atAgent));
        agent.event(Established.class);
        caller.event(Established.class);
    }

    @AfterEach
    void close() {
        if (caller != null) caller.close();
        if (agent != null) agent.close();
    }

    @Test
    void a_blind_transfer_leaves_the_caller_with_the_music() {
        agent.accepted(p -> p.transfer(atAgent, "601"));

        assertThat(agent.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.TRANSFERRED);
        callerTalksOn();
    }

    @Test
    void a_blind_transfer_to_nobody_leaves_the_agent_with_the_call() {
        agent.accepted(p -> p.transfer(atAgent, "4711"));

        Stage stage;
        do
            stage = agent.event(MarksChanged.class)
                    .call()
                    .marks()
                    .transfer()
                    .orElseThrow()
                    .stage();
        while (!stage.isOver());
        assertThat(stage).isEqualTo(Stage.FAILED);
        assertThat(agent.calls()).hasSize(1);
    }

    @Test
    void a_consulted_party_is_connected_with_the_caller() {
        agent.accepted(p -> p.dial("600"));
        CallId consulted = agent.event(Originated.class).call().id();
        agent.event(Established.class);
        agent.accepted(p -> p.connect(atAgent, consulted));

        assertThat(agent.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.TRANSFERRED);
        assertThat(agent.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.TRANSFERRED);
        callerTalksOn();
    }

    private void callerTalksOn() {
        assertThat(caller.calls()).singleElement().satisfies(call -> {
            assertThat(call.id()).isEqualTo(atCaller);
            assertThat(call.state()).isEqualTo(ConnectionState.CONNECTED);
        });
    }

    private static Desk desk(String user, String password) {
        return new Desk(new Account(
                user,
                password,
                HOST,
                HOST,
                5060,
                Transport.UDP,
                "",
                "",
                java.util.Optional.empty(),
                Duration.ofSeconds(60)));
    }
}
