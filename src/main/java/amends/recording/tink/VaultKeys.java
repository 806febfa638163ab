package amends.recording.tink;

import amends.recording.SealingFailed;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The vault's two keysets, as files of a folder. The public one goes to every desk that records; the private one only
 * to those who may open recordings, and deserves a copy in a safe place: without it no recording can ever be heard.
 */
public final class VaultKeys {
    public static final String PUBLIC = "vault-public.json";
    public static final String PRIVATE = "vault-private.json";
    private static final long LONGEST = 64 * 1024;

    private VaultKeys() {}

    /**
     * Makes a new pair.
     *
     * @throws FileAlreadyExistsException when there is one: it is never overwritten
     */
    public static void create(Path folder) throws IOException {
        try {
            var parameters = HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.TINK)
                    .build();
            var config = HybridConfig2026.get();
            var keys = KeysetHandle.generateNew(parameters, config);
            String secret = TinkJsonProtoKeysetFormat.serializeKeyset(keys, config, InsecureSecretKeyAccess.get());
            String open = TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle(), config);
            Files.createDirectories(folder);
            write(folder.resolve(PRIVATE), secret, "rw-------");
            write(folder.resolve(PUBLIC), open, "rw-r--r--");
        } catch (GeneralSecurityException e) {
            throw new SealingFailed("no keys could be made", e);
        }
    }

    /** Opens and seals where the folder has the private keyset, only seals where it has the public one alone. */
    public static TinkSealing sealing(Path folder) throws IOException {
        Path secret = folder.resolve(PRIVATE);
        if (Files.exists(secret)) return TinkSealing.withPrivateKey(read(secret, true));
        return TinkSealing.withPublicKey(read(folder.resolve(PUBLIC), false));
    }

    /** As {@link #sealing}, after making the keys where the folder has none: for the desk that stands alone. */
    public static TinkSealing sealingOrNew(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(PRIVATE)) && !Files.exists(folder.resolve(PUBLIC))) create(folder);
        return sealing(folder);
    }

    /** The public keyset as text, to be given to desks that seal what they cannot open; the keys are made if need be. */
    public static String publicKeysOrNew(Path folder) throws IOException {
        sealingOrNew(folder);
        return Files.readString(folder.resolve(PUBLIC));
    }

    /** Only seals. @param publicKeys as {@link #publicKeysOrNew} gave them */
    public static TinkSealing sealing(String publicKeys) throws SealingFailed {
        try {
            return TinkSealing.withPublicKey(
                    TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(publicKeys, HybridConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new SealingFailed("the vault's public keyset in the database is none", e);
        }
    }

    private static KeysetHandle read(Path file, boolean secret) throws IOException {
        if (!Files.isRegularFile(file)) throw new SealingFailed(file + " is not there: the vault has no keys", null);
        if (Files.size(file) > LONGEST) throw new SealingFailed(file + " is no keyset", null);
        try {
            var config = HybridConfig2026.get();
            String text = Files.readString(file);
            return secret
                    ? TinkJsonProtoKeysetFormat.parseKeyset(text, config, InsecureSecretKeyAccess.get())
                    : TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(text, config);
        } catch (GeneralSecurityException | CharacterCodingException e) {
            throw new SealingFailed(file + " is no keyset", e);
        }
    }

    private static void write(Path file, String text, String permissions) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, attributes)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
