package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.sip.Transport;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.LineState.Registered;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Two and a half minutes of a call whose session a real Asterisk lets live for 90 s (agent1005: {@code timers=always},
 * {@code timers_sess_expires=90}). Only with {@code -Damends.asterisk.long=true}.
 */
class AsteriskLongCallIT {
    private static final String HOST = System.getProperty("amends.asterisk", "127.0.0.1");

    @Test
    void a_session_of_ninety_seconds_is_refreshed_in_time() throws Exception {
        Needs.peer(HOST, 5060, "an Asterisk");
        Assumptions.assumeTrue(Boolean.getBoolean("amends.asterisk.long"), "-Damends.asterisk.long=true is not given");
        try (var desk = new Desk(
                Account.at(HOST, 5060, Transport.UDP, "agent1005", "pw1005").withExpiry(Duration.ofSeconds(60)))) {
            desk.line(Registered.class);
            AsteriskManager.calls(HOST, "agent1005", "601");
            CallId call = desk.event(Delivered.class).call().id();
            desk.accepted(p -> p.answer(call));
            desk.event(Established.class);
            TimeUnit.SECONDS.sleep(150);

            assertThat(desk.calls())
                    .singleElement()
                    .satisfies(c -> assertThat(c.state()).isEqualTo(ConnectionState.CONNECTED));
            desk.accepted(p -> p.clear(call));
        }
    }
}
