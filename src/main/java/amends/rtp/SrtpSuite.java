package amends.rtp;

import org.jitsi.srtp.SrtpPolicy;

/** The ways of encrypting media that are spoken here, by their names in session descriptions. */
public enum SrtpSuite {
    AES_CM_128_HMAC_SHA1_80(16, 14, 10),
    AES_CM_128_HMAC_SHA1_32(16, 14, 4),
    AES_256_CM_HMAC_SHA1_80(32, 14, 10),
    AES_256_CM_HMAC_SHA1_32(32, 14, 4),
    AEAD_AES_128_GCM(16, 12, 16),
    AEAD_AES_256_GCM(32, 12, 16);

    private static final int SHA1_KEY = 20;
    /** Reports are few and always bear the long tag (RFC 3711 §5.2). */
    private static final int CONTROL_TAG = 10;

    private final int keyBytes;
    private final int saltBytes;
    private final int tagBytes;

    SrtpSuite(int keyBytes, int saltBytes, int tagBytes) {
        this.keyBytes = keyBytes;
        this.saltBytes = saltBytes;
        this.tagBytes = tagBytes;
    }

    int keyBytes() {
        return keyBytes;
    }

    int saltBytes() {
        return saltBytes;
    }

    SrtpPolicy media() {
        return policy(tagBytes);
    }

    SrtpPolicy control() {
        return policy(isGcm() ? tagBytes : CONTROL_TAG);
    }

    private boolean isGcm() {
        return saltBytes == 12;
    }

    private SrtpPolicy policy(int tag) {
        return isGcm()
                ? new SrtpPolicy(
                        SrtpPolicy.AESGCM_ENCRYPTION, keyBytes, SrtpPolicy.NULL_AUTHENTICATION, 0, tag, saltBytes)
                : new SrtpPolicy(
                        SrtpPolicy.AESCM_ENCRYPTION,
                        keyBytes,
                        SrtpPolicy.HMACSHA1_AUTHENTICATION,
                        SHA1_KEY,
                        tag,
                        saltBytes);
    }
}
