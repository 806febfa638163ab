package amends.pbx;

import amends.rtp.Srtp;
import amends.rtp.SrtpSuite;
import amends.telephony.CryptoKey;
import amends.telephony.CryptoSuite;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one leg's packets are hidden and revealed with. The exchange ends the encryption of each leg by itself, so an
 * encrypted telephone can talk to one that is not. Belongs to the relay's thread.
 */
record LegKeys(CryptoKey ours, CryptoKey theirs, Srtp out, Srtp in) {
    static LegKeys of(CryptoKey ours, CryptoKey theirs) {
        return new LegKeys(
                ours,
                theirs,
                Srtp.sending(SrtpSuite.valueOf(ours.suite().name()), ours.key()),
                Srtp.receiving(SrtpSuite.valueOf(theirs.suite().name()), theirs.key()));
    }

    /** Counter mode only: every telephone has it, and the library measures nothing first. */
    static List<CryptoKey> fresh() {
        var random = new SecureRandom();
        var keys = new ArrayList<CryptoKey>();
        for (CryptoSuite suite : CryptoSuite.values()) {
            if (suite.isGcm()) continue;
            var key = new byte[suite.keyBytes() + suite.saltBytes()];
            random.nextBytes(key);
            keys.add(new CryptoKey(keys.size() + 1, suite, key));
        }
        return keys;
    }

    boolean are(CryptoKey mine, CryptoKey yours) {
        return ours.as(0).equals(mine.as(0)) && theirs.as(0).equals(yours.as(0));
    }

    /** The packet in the clear, in the same buffer. @return false when it is not the far end's */
    boolean reveal(boolean media, ByteBuffer packet) {
        var bytes = new byte[packet.remaining()];
        packet.get(packet.position(), bytes);
        Optional<byte[]> clear = media ? in.unprotect(bytes, bytes.length) : in.unprotectControl(bytes, bytes.length);
        clear.ifPresent(c -> packet.clear().put(c).flip());
        return clear.isPresent();
    }

    /** Empty when the packet cannot be hidden, or was sent before: then it is not sent. */
    Optional<ByteBuffer> hide(boolean media, ByteBuffer packet) {
        var bytes = new byte[packet.remaining()];
        packet.get(packet.position(), bytes);
        return (media ? out.protect(bytes, bytes.length) : out.protectControl(bytes)).map(ByteBuffer::wrap);
    }
}
