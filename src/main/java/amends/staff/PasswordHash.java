package amends.staff;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2) over a salt of its own. Slow on purpose: about
 * a quarter of a second each.
 */
public record PasswordHash(int iterations, String salt, String hash) {
    /** OWASP's figure for this function. */
    public static final int ITERATIONS = 600_000;

    /** Looked at for a login that does not exist, so that it takes as long; no password is known to match. */
    static final PasswordHash NOBODYS = new PasswordHash(ITERATIONS, encoded(new byte[16]), encoded(new byte[32]));

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    public static PasswordHash of(char[] password) {
        return of(password, ITERATIONS);
    }

    static PasswordHash of(char[] password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(iterations, encoded(salt), encoded(derived(password, salt, iterations)));
    }

    /** Takes as long for a wrong password as for the right one. */
    public boolean matches(char[] password) {
        byte[] given = derived(password, Base64.getDecoder().decode(salt), iterations);
        return MessageDigest.isEqual(given, Base64.getDecoder().decode(hash));
    }

    private static byte[] derived(char[] password, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(password, salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "PasswordHash[" + iterations + " iterations]";
    }
}
