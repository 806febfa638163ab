package amends.telephony;

import java.util.Arrays;
import java.util.Optional;

/** The ways of SRTP that are spoken here, named as RFC 4568, RFC 6188 and RFC 7714 name them; better ones first. */
public enum CryptoSuite {
    AEAD_AES_256_GCM(32, 12),
    AEAD_AES_128_GCM(16, 12),
    AES_256_CM_HMAC_SHA1_80(32, 14),
    AES_CM_128_HMAC_SHA1_80(16, 14),
    AES_256_CM_HMAC_SHA1_32(32, 14),
    AES_CM_128_HMAC_SHA1_32(16, 14);

    private final int keyBytes;
    private final int saltBytes;

    CryptoSuite(int keyBytes, int saltBytes) {
        this.keyBytes = keyBytes;
        this.saltBytes = saltBytes;
    }

    public int keyBytes() {
        return keyBytes;
    }

    public int saltBytes() {
        return saltBytes;
    }

    public boolean isGcm() {
        return saltBytes == 12;
    }

    /** The exact name, in any case. */
    public static Optional<CryptoSuite> named(String name) {
        return Arrays.stream(values())
                .filter(s -> s.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
