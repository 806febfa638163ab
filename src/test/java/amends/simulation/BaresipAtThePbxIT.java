package amends.simulation;

import amends.law.Needs;
import amends.rtp.VoiceCoding;
import amends.telephony.EncryptionWish;
import amends.telephony.sip.Account;
import java.nio.file.Path;

/** A baresip registered at the embedded PBX. Version 1.0 knows no consultation and no session timers. */
class BaresipAtThePbxIT extends FarPhoneStory {
    @Override
    void needed() {
        Needs.program("baresip", "baresip-core");
    }

    @Override
    FarPhone phone(Path folder, Account account, VoiceCoding coding) throws Exception {
        return new Baresip(folder, account, coding, EncryptionWish.OFF);
    }
}
