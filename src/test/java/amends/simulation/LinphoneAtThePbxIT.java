package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.rtp.VoiceCoding;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.EncryptionWish;
import amends.telephony.sip.Account;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A linphonec registered at the embedded PBX. It brings a desktop's packages, so it is not asked for where it is not. */
class LinphoneAtThePbxIT extends FarPhoneStory {
    private Linphone linphone;

    @Override
    void needed() {
        Needs.uncommonProgram("linphonec", "linphone-cli");
    }

    @Override
    FarPhone phone(Path folder, Account account, VoiceCoding coding) throws Exception {
        linphone = new Linphone(folder, account, coding, EncryptionWish.OFF);
        return linphone;
    }

    @Test
    void it_consults_and_connects() throws Exception {
        CallId call = theyTalk(VoiceCoding.PCMA);
        anotherDeskIsThere(VoiceCoding.PCMA);
        linphone.holds();
        linphone.dials(THIRD);
        third.answers();
        third.hears();
        linphone.connects(1, 2);
        third.hears();

        desk.accepted(p -> p.clear(call));
        assertThat(third.cleared()).isEqualTo(ClearCause.REMOTE_HANGUP);
    }
}
