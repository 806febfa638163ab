package amends.sip;

import amends.kernel.Timekeeper;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sip.header.HeaderFactory;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;

/**
 * The server's side of digest authentication. A nonce is the time it was made under a key of this guard, so nothing
 * is stored for clients that have not proven themselves; any thread may ask. Within a nonce's life a request that
 * was overheard can be repeated word for word; TLS is the remedy, not a table of counts.
 */
public final class DigestGuard {
    private static final int MAC_BYTES = 16;
    private final String realm;
    private final DigestAlgorithm algorithm;
    private final Timekeeper time;
    private final Duration life;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param life how long a nonce is good; then the client is told "stale" and answers again by itself */
    public DigestGuard(String realm, DigestAlgorithm algorithm, Timekeeper time, Duration life) {
        this.realm = realm;
        this.algorithm = algorithm;
        this.time = time;
        this.life = life;
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** What a request's credentials are worth. */
    public sealed interface Verdict {
        /** @param user who has proven to know the password */
        record Granted(String user) implements Verdict {}

        /** Ask (again). @param stale whether only the nonce was too old */
        record Challenge(boolean stale) implements Verdict {}

        /** The user is unknown or the password wrong: a client is told the same for both. */
        record Refused() implements Verdict {}
    }

    /** @param passwordOf the password of a user, empty for an unknown one */
    public Verdict verify(Request request, Function<String, Optional<String>> passwordOf) {
        var credentials = DigestCredentials.of(request)
                .filter(c -> c.realm().equals(realm) && c.algorithm() == algorithm)
                .orElse(null);
        if (credentials == null) return new Verdict.Challenge(false);
        Nonce nonce = read(credentials.nonce());
        if (nonce == Nonce.FOREIGN) return new Verdict.Challenge(false);
        Optional<String> password = passwordOf.apply(credentials.user());
        boolean proven = credentials.provenBy(password.orElse("nobody's"), request.getMethod()) && password.isPresent();
        if (!proven) return new Verdict.Refused();
        return nonce == Nonce.OLD ? new Verdict.Challenge(true) : new Verdict.Granted(credentials.user());
    }

    /** The header of a 401 or, for a proxy, of a 407. */
    public WWWAuthenticateHeader challenge(HeaderFactory headers, boolean stale, boolean proxy) {
        try {
            WWWAuthenticateHeader header = proxy
                    ? headers.createProxyAuthenticateHeader("Digest")
                    : headers.createWWWAuthenticateHeader("Digest");
            header.setRealm(realm);
            header.setNonce(nonce());
            header.setAlgorithm(algorithm.token());
            header.setQop("auth");
            if (stale) header.setStale(true);
            return header;
        } catch (ParseException e) {
            throw new IllegalStateException("a challenge of our own making", e);
        }
    }

    private enum Nonce {
        GOOD,
        OLD,
        FOREIGN
    }

    String nonce() {
        byte[] head = ByteBuffer.allocate(16)
                .putLong(time.nanos())
                .putLong(random.nextLong())
                .array();
        byte[] nonce = Arrays.copyOf(head, 16 + MAC_BYTES);
        System.arraycopy(mac(head), 0, nonce, 16, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    private Nonce read(String text) {
        byte[] nonce;
        try {
            nonce = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Nonce.FOREIGN;
        }
        if (nonce.length != 16 + MAC_BYTES) return Nonce.FOREIGN;
        byte[] expected = Arrays.copyOf(mac(Arrays.copyOf(nonce, 16)), MAC_BYTES);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(nonce, 16, nonce.length))) return Nonce.FOREIGN;
        long age = time.nanos() - ByteBuffer.wrap(nonce).getLong();
        return age < 0 || age > life.toNanos() ? Nonce.OLD : Nonce.GOOD;
    }

    private byte[] mac(byte[] head) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(head);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
