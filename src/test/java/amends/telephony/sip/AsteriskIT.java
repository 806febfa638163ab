package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.Held;
import amends.telephony.CallEvent.Originated;
import amends.telephony.CallEvent.Retrieved;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.LineState.Failing;
import amends.telephony.LineState.Problem;
import amends.telephony.LineState.Registered;
import amends.telephony.MediaDirection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The phone at a real Asterisk: agent1002, whose extension 600 is an echo. */
@ParameterizedClass
@EnumSource(
        value = Transport.class,
        names = {"UDP", "TCP"})
class AsteriskIT {
    private static final String HOST = System.getProperty("amends.asterisk", "127.0.0.1");

    @Parameter
    Transport transport;

    private Desk desk;

    @BeforeEach
    void an_asterisk_is_up() {
        Needs.peer(HOST, 5060, "an Asterisk");
    }

    @AfterEach
    void close() {
        if (desk != null) desk.close();
    }

    @Test
    void it_registers_dials_holds_retrieves_and_hangs_up() {
        desk = desk("pw1002");
        desk.line(Registered.class);
        desk.accepted(p -> p.dial("600"));
        CallId call = desk.event(Originated.class).call().id();
        desk.event(Established.class);
        assertThat(desk.media.legs.getLast().last().codecs()).isNotEmpty();

        desk.accepted(p -> p.hold(call));
        desk.event(Held.class);
        desk.accepted(p -> p.retrieve(call));
        desk.event(Retrieved.class);
        assertThat(desk.media.legs.getLast().last().direction()).isEqualTo(MediaDirection.SENDRECV);

        desk.accepted(p -> p.clear(call));
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    @Test
    void a_number_that_is_not_is_told_as_not_found() {
        desk = desk("pw1002");
        desk.line(Registered.class);
        desk.accepted(p -> p.dial("4711"));

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.NOT_FOUND);
    }

    @Test
    void a_wrong_password_is_told() {
        desk = desk("wrong");

        assertThat(desk.line(Failing.class).problem()).isEqualTo(Problem.WRONG_PASSWORD);
    }

    private Desk desk(String password) {
        return new Desk(new Account(
                "agent1002",
                password,
                HOST,
                HOST,
                5060,
                transport,
                "李敏",
                "",
                Optional.empty(),
                Duration.ofSeconds(60)));
    }
}
