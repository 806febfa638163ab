package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.rtp.VoiceCoding;
import amends.sip.Transport;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.EncryptionWish;
import amends.telephony.sip.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A desk and somebody else's telephone, both at a real Asterisk by TLS with SRTP: agents 1003 and 1004, who are let in
 * no other way. Who vouches for the Asterisk is named by {@code -Damends.asterisk.authority=FILE}.
 */
class EncryptedAtAsteriskIT {
    private static final String HOST = System.getProperty("amends.asterisk", "127.0.0.1");

    private enum Telephone {
        BARESIP(() -> Needs.program("baresip", "baresip-core"), HOST, Baresip::new),
        LINPHONE(() -> Needs.uncommonProgram("linphonec", "linphone-cli"), "localhost", Linphone::new);

        private final Runnable need;
        private final String host;
        private final Maker maker;

        /** @param host by which it looks for the Asterisk; linphone verifies no certificate of an address */
        Telephone(Runnable need, String host, Maker maker) {
            this.need = need;
            this.host = host;
            this.maker = maker;
        }
    }

    private interface Maker {
        FarPhone at(Path folder, Account account, VoiceCoding coding, EncryptionWish wish) throws Exception;
    }

    @TempDir
    Path folder;

    private TalkingDesk desk;
    private FarPhone far;
    private Path authority;

    @BeforeEach
    void an_asterisk_is_up() {
        Needs.peer(HOST, 5061, "an Asterisk");
        String named = System.getProperty("amends.asterisk.authority");
        Assumptions.assumeTrue(named != null, "-Damends.asterisk.authority is not given");
        authority = Path.of(named);
    }

    @AfterEach
    void close() throws Exception {
        if (far != null) far.close();
        if (desk != null) desk.close();
    }

    @ParameterizedTest
    @CsvSource({"BARESIP, OPUS", "BARESIP, G722", "BARESIP, PCMA", "LINPHONE, OPUS", "LINPHONE, G722", "LINPHONE, PCMU"
    })
    void both_call_and_both_are_heard(Telephone telephone, VoiceCoding coding) throws Exception {
        telephone.need.run();
        far = telephone.maker.at(folder, account("1004", telephone.host), coding, EncryptionWish.REQUIRED);
        desk = new TalkingDesk(account("1003", HOST), List.of(coding), EncryptionWish.REQUIRED);
        desk.accepted(p -> p.dial("1004"));
        far.answers();
        CallId call = desk.established();
        theyHearEachOther(call);
        desk.accepted(p -> p.clear(call));
        assertThat(desk.cleared()).isEqualTo(ClearCause.LOCAL_HANGUP);

        far.dials("1003");
        theyHearEachOther(desk.answers());
        far.hangsUp();
        assertThat(desk.cleared()).isEqualTo(ClearCause.REMOTE_HANGUP);
    }

    private void theyHearEachOther(CallId call) throws Exception {
        desk.hears();
        assertThat(desk.line(call).encrypted()).isTrue();
        far.hasHeardTheSentence();
    }

    private Account account(String extension, String host) {
        return new Account(
                "agent" + extension,
                "pw" + extension,
                HOST,
                host,
                5061,
                Transport.TLS,
                "",
                "",
                Optional.of(authority),
                Duration.ofMinutes(2));
    }
}
