package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.media.MediaQuality;
import amends.rtp.VoiceCoding;
import amends.sip.Transport;
import amends.telephony.CallEvent.DigitPressed;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.EncryptionWish;
import amends.telephony.sip.Account;
import amends.telephony.sip.AsteriskManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A desk's phone and voice at a real Asterisk, whose extension 600 sends back what it hears: each coding, over each
 * transport, in the clear and encrypted. Agent 1003 is only let in over TLS with SRTP; who vouches for the Asterisk is
 * named by {@code -Damends.asterisk.authority=FILE}.
 */
class AsteriskEchoIT {
    private static final String HOST = System.getProperty("amends.asterisk", "127.0.0.1");
    private TalkingDesk desk;

    @BeforeEach
    void an_asterisk_is_up() {
        Needs.peer(HOST, 5060, "an Asterisk");
    }

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    private static Account account(Transport transport) {
        if (transport != Transport.TLS) return Account.at(HOST, 5060, transport, "agent1001", "pw1001");
        String authority = System.getProperty("amends.asterisk.authority");
        org.junit.jupiter.api.Assumptions.assumeTrue(authority != null, "-Damends.asterisk.authority is not given");
        return new Account(
                "agent1003",
                "pw1003",
                HOST,
                HOST,
                5061,
                transport,
                "",
                "",
                Optional.of(Path.of(authority)),
                Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource({
        "UDP, OPUS, OFF", "UDP, G722, OFF", "TCP, PCMA, OFF", "UDP, PCMU, OFF",
        "TLS, OPUS, REQUIRED", "TLS, G722, REQUIRED", "TLS, PCMA, PREFERRED", "TLS, PCMU, REQUIRED"
    })
    void what_is_said_comes_back(Transport transport, VoiceCoding coding, EncryptionWish wish) throws Exception {
        desk = new TalkingDesk(account(transport), List.of(coding), wish);
        CallId call = desk.dials("600");
        desk.hears();
        MediaQuality.Line line = desk.line(call);
        assertThat(line.encrypted()).isEqualTo(wish != EncryptionWish.OFF);
        assertThat(line.silent()).isFalse();

        desk.accepted(p -> p.clear(call));
        assertThat(desk.cleared()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    @ParameterizedTest
    @EnumSource(VoiceCoding.class)
    void it_calls_and_what_is_said_comes_back(VoiceCoding coding) throws Exception {
        desk = new TalkingDesk(account(Transport.UDP), List.of(coding), EncryptionWish.OFF);
        AsteriskManager.calls(HOST, "agent1001", "600");
        CallId call = desk.answers();
        desk.hears();

        desk.accepted(p -> p.clear(call));
        assertThat(desk.cleared()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    @ParameterizedTest
    @EnumSource(
            value = VoiceCoding.class,
            names = {"OPUS", "PCMA"})
    void keys_come_back_in_their_order(VoiceCoding coding) throws Exception {
        desk = new TalkingDesk(account(Transport.UDP), List.of(coding), EncryptionWish.OFF);
        CallId call = desk.dials("600");
        desk.hears();
        desk.accepted(p -> p.sendDigits(call, "1590*ABCD"));
        for (char key : "1590*ABCD".toCharArray())
            assertThat(desk.event(DigitPressed.class).digit()).isEqualTo(key);
    }

    @Test
    void without_srtp_an_account_that_must_have_it_is_refused() throws Exception {
        desk = new TalkingDesk(account(Transport.TLS), List.of(VoiceCoding.PCMU), EncryptionWish.OFF);
        desk.accepted(p -> p.dial("600"));

        assertThat(desk.cleared()).isNotEqualTo(ClearCause.LOCAL_HANGUP);
    }
}
