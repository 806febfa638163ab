package amends.recording.tink;

import amends.recording.Sealing;
import amends.recording.SealingFailed;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;

/**
 * AES-256-GCM-HKDF streaming in segments of 512 bytes (at 6.3 kB/s one segment holds 78 ms; Tink's usual 4 KB would
 * hold 640 ms), a key per recording, wrapped by HPKE (RFC 9180) to the vault's public key and tied to the recording's
 * id.
 */
public final class TinkSealing implements Sealing {
    static final int SEGMENT = 512;
    private static final int TAG = 16;
    private static final int KEY = 32;
    /** Its own length, a salt as long as the key, a nonce's prefix. */
    private static final int STREAM_HEADER = 1 + KEY + 7;

    private final HybridEncrypt wrap;
    private final Optional<KeysetHandle> privateKeys;

    private TinkSealing(HybridEncrypt wrap, Optional<KeysetHandle> privateKeys) {
        this.wrap = wrap;
        this.privateKeys = privateKeys;
    }

    /** For a desk that seals what it cannot open. */
    public static TinkSealing withPublicKey(KeysetHandle publicKeys) throws SealingFailed {
        return new TinkSealing(encrypting(publicKeys), Optional.empty());
    }

    /** For a desk that may open recordings too. */
    public static TinkSealing withPrivateKey(KeysetHandle privateKeys) throws SealingFailed {
        try {
            return new TinkSealing(encrypting(privateKeys.getPublicKeysetHandle()), Optional.of(privateKeys));
        } catch (GeneralSecurityException e) {
            throw new SealingFailed("the vault's private keyset has no public half", e);
        }
    }

    private static HybridEncrypt encrypting(KeysetHandle publicKeys) throws SealingFailed {
        try {
            return publicKeys.getPrimitive(HybridConfig2026.get(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new SealingFailed("the vault's public keyset cannot be used", e);
        }
    }

    @Override
    public SealingKey newKey(UUID recording) throws SealingFailed {
        try {
            var material = SecretBytes.randomBytes(KEY);
            byte[] secret = material.toByteArray(InsecureSecretKeyAccess.get());
            byte[] wrapped = wrap.encrypt(secret, bytes(recording));
            return new StreamKey(wrapped, secret, AesGcmHkdfStreaming.create(key(material)));
        } catch (GeneralSecurityException e) {
            throw new SealingFailed("no key for a recording could be made", e);
        }
    }

    @Override
    public Unwrapping unwrap(UUID recording, byte[] wrappedKey) {
        if (privateKeys.isEmpty())
            return new Unwrapping.NoKey("this desk has no private key: it can seal recordings, not open them");
        if (!ours(wrappedKey)) return new Unwrapping.NoKey("sealed for another vault, whose private key is not here");
        try {
            var decrypt = privateKeys.get().getPrimitive(HybridConfig2026.get(), HybridDecrypt.class);
            return opened(decrypt.decrypt(wrappedKey, bytes(recording)));
        } catch (GeneralSecurityException e) {
            return new Unwrapping.Broken("its wrapped key was changed");
        }
    }

    @Override
    public Unwrapping opened(byte[] secret) {
        try {
            var stream = AesGcmHkdfStreaming.create(key(SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get())));
            return new Unwrapping.Opened(new TinkSegments((AesGcmHkdfStreaming) stream));
        } catch (GeneralSecurityException e) {
            return new Unwrapping.Broken("its key is none");
        }
    }

    @Override
    public long openable(long sealedBytes) {
        return Math.max(0, sealedBytes / SEGMENT * (SEGMENT - TAG) - STREAM_HEADER);
    }

    /** Tink writes before every ciphertext a byte 1 and the number of the key that made it. */
    private boolean ours(byte[] wrapped) {
        if (wrapped.length < 5 || wrapped[0] != 1) return false;
        int keyNumber = ByteBuffer.wrap(wrapped, 1, 4).getInt();
        var keys = privateKeys.orElseThrow();
        for (int i = 0; i < keys.size(); i++) if (keys.getAt(i).getId() == keyNumber) return true;
        return false;
    }

    private static AesGcmHkdfStreamingKey key(SecretBytes material) throws GeneralSecurityException {
        var parameters = AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(KEY)
                .setDerivedAesGcmKeySizeBytes(KEY)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT)
                .build();
        return AesGcmHkdfStreamingKey.create(parameters, material);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private record StreamKey(byte[] wrapped, byte[] secret, StreamingAead stream) implements SealingKey {
        @Override
        public OutputStream seal(OutputStream file, byte[] bound) throws IOException {
            try {
                return stream.newEncryptingStream(file, bound);
            } catch (GeneralSecurityException e) {
                throw new SealingFailed("sealing could not begin", e);
            }
        }
    }
}
