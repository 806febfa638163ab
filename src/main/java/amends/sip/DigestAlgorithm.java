package amends.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The hashes of digest authentication (RFC 7616 §3.3, RFC 8760), the stronger last. */
public enum DigestAlgorithm {
    MD5("MD5"),
    SHA_256("SHA-256");

    private final String token;

    DigestAlgorithm(String token) {
        this.token = token;
    }

    /** As written in headers, and the name of the hash. */
    public String token() {
        return token;
    }

    /** @param token null stands for MD5; session variants and others are not known */
    static Optional<DigestAlgorithm> of(String token) {
        if (token == null || token.equalsIgnoreCase(MD5.token)) return Optional.of(MD5);
        return token.equalsIgnoreCase(SHA_256.token) ? Optional.of(SHA_256) : Optional.empty();
    }

    String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance(token).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + token, e);
        }
    }
}
