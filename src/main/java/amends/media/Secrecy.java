package amends.media;

import amends.rtp.Srtp;
import amends.rtp.SrtpSuite;
import amends.telephony.CryptoKey;
import amends.telephony.CryptoSuite;
import amends.telephony.EncryptionWish;
import amends.telephony.MediaEncryption;
import amends.telephony.MediaTerms;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of one leg: our own are made once, the far end's come with its terms. {@link #offered} from any thread. */
final class Secrecy {
    private final MediaEncryption offered;
    private CryptoKey sendingKey;
    private CryptoKey receivingKey;
    private Srtp sending;
    private Srtp receiving;
    private long refusedBefore;

    Secrecy(EncryptionWish wish) {
        offered = wish == EncryptionWish.OFF ? MediaEncryption.NONE : MediaEncryption.of(wish, fresh());
    }

    private static List<CryptoKey> fresh() {
        var random = new SecureRandom();
        var keys = new ArrayList<CryptoKey>();
        for (CryptoSuite suite : CryptoSuite.values()) {
            var key = new byte[suite.keyBytes() + suite.saltBytes()];
            random.nextBytes(key);
            keys.add(new CryptoKey(keys.size() + 1, suite, key));
        }
        return keys;
    }

    MediaEncryption offered() {
        return offered;
    }

    /** From now on as agreed. A key that stays keeps its count of packets. */
    void agree(MediaTerms local, MediaTerms remote) {
        CryptoKey ours = local.encryption().agreed().orElse(null);
        CryptoKey theirs = remote.encryption().agreed().orElse(null);
        boolean agreed = ours != null && theirs != null && ours.suite() == theirs.suite();
        if (!agreed) ours = theirs = null;
        if (!same(ours, sendingKey)) sending = ours == null ? null : Srtp.sending(suite(ours), ours.key());
        if (!same(theirs, receivingKey)) {
            refusedBefore = refused();
            receiving = theirs == null ? null : Srtp.receiving(suite(theirs), theirs.key());
        }
        sendingKey = ours;
        receivingKey = theirs;
    }

    private static boolean same(CryptoKey one, CryptoKey other) {
        return one == null || other == null ? one == other : one.as(0).equals(other.as(0));
    }

    private static SrtpSuite suite(CryptoKey key) {
        return SrtpSuite.valueOf(key.suite().name());
    }

    boolean encrypts() {
        return sending != null;
    }

    /** Empty when it cannot be hidden: then it is not sent. */
    Optional<byte[]> hide(byte[] packet) {
        return sending.protect(packet, packet.length);
    }

    Optional<byte[]> reveal(byte[] packet, int length) {
        return receiving.unprotect(packet, length);
    }

    Optional<byte[]> hideReport(byte[] report) {
        return sending.protectControl(report);
    }

    Optional<byte[]> revealReport(byte[] packet, int length) {
        return receiving.unprotectControl(packet, length);
    }

    /** Packets that were not authentic or came before. */
    long refused() {
        return refusedBefore + (receiving == null ? 0 : receiving.forged() + receiving.replayed());
    }

    void forget() {
        if (sending != null) sending.close();
        if (receiving != null) receiving.close();
    }
}
