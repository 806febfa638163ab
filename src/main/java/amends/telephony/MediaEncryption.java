package amends.telephony;

import java.util.List;
import java.util.Optional;

/**
 * What one side says of encrypting its media.
 *
 * @param secureProfile whether the stream is said to be RTP/SAVP; plain RTP/AVP with keys means "if you can"
 * @param demanded whether media in the clear will not do
 * @param keys one a suite that it can do, in order of preference; one when agreed; empty when there is none
 */
public record MediaEncryption(boolean secureProfile, boolean demanded, List<CryptoKey> keys) {
    public static final MediaEncryption NONE = new MediaEncryption(false, false, List.of());

    public MediaEncryption {
        keys = List.copyOf(keys);
    }

    /** What is said by who wishes it so. @param keys one a suite */
    public static MediaEncryption of(EncryptionWish wish, List<CryptoKey> keys) {
        boolean required = wish == EncryptionWish.REQUIRED;
        return wish == EncryptionWish.OFF ? NONE : new MediaEncryption(required, required, keys);
    }

    /** The key of an agreement; empty when media flows in the clear. */
    public Optional<CryptoKey> agreed() {
        return keys.stream().findFirst();
    }

    /** The same, but nothing less will do: what was once encrypted stays so. */
    public MediaEncryption demandedNow() {
        return new MediaEncryption(secureProfile, true, keys);
    }
}
