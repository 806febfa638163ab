package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.sip.Transport;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallerNumber;
import amends.telephony.CallerNumbers;
import amends.telephony.LineState.Registered;
import amends.telephony.ShownAs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Under whose number a real Asterisk lets agent1002 call, and whether it can have the phone answer by itself. The public
 * network is 127.0.0.2:5060, where the trunk leads; the agents' endpoints have {@code trust_id_inbound}.
 */
class AsteriskNumbersIT {
    private static final String HOST = "127.0.0.1";
    private static final String SERVICE = "+864008001000";
    private Desk desk;
    private ScriptedPeer network;

    @BeforeEach
    void they_are_there() throws Exception {
        Needs.peer(HOST, 5060, "an Asterisk");
        network = new ScriptedPeer(Transport.UDP, "127.0.0.2", 5060);
        var numbers = new CallerNumbers(List.of(new CallerNumber(SERVICE, "Service", false)), true);
        desk = new Desk(new Account(
                "agent1002",
                "pw1002",
                HOST,
                HOST,
                5060,
                Transport.UDP,
                "",
                "9",
                Optional.empty(),
                Duration.ofSeconds(60),
                numbers,
                CallerLine.By.ASSERTED));
        desk.line(Registered.class);
    }

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
        if (network != null) network.close();
    }

    @Test
    void the_network_is_shown_the_extension_the_chosen_number_or_none() {
        assertThat(called(ShownAs.OWN).header("From")).contains("sip:1002@");
        assertThat(called(new ShownAs.Number(SERVICE)).header("From")).contains("sip:" + SERVICE + "@");
        SipText withheld = called(ShownAs.WITHHELD);
        assertThat(withheld.header("From")).contains("anonymous.invalid").doesNotContain("1002");
        assertThat(withheld.text()).doesNotContain("P-Asserted-Identity");
    }

    private SipText called(ShownAs shown) {
        desk.accepted(p -> p.dial("+8613900139000", shown));
        SipText invite = network.take("INVITE");
        invite.reply("486 Busy Here", "x");
        network.take("ACK");
        return invite;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call-Info)=<sip:127.0.0.1>\\;answer-after=2",
                "Alert-Info)=<http://127.0.0.1>\\;info=alert-autoanswer\\;delay=2"
            })
    void what_the_exchange_says_of_answering_by_itself_is_heard(String header) throws Exception {
        AsteriskManager.calls(HOST, "agent1002", "601", "Variable: PJSIP_HEADER(add," + header + "\r\n");

        assertThat(desk.event(Delivered.class).call().marks().wished()).contains(Duration.ofSeconds(2));
    }
}
