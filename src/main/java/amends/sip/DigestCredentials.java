package amends.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.message.Request;

/**
 * An answer to a {@link DigestChallenge} (RFC 7616 §3.4).
 *
 * @param uri the digest-uri, as written
 * @param qop "auth", or empty for the older form without nonce count (RFC 2069)
 * @param nonceCount 1 for the first use of the nonce
 * @param cnonce the client's nonce; empty without qop
 * @param opaque what the server wants back; null when it sent none
 * @param response the hash, lower-case hexadecimal
 */
public record DigestCredentials(
        String user,
        String realm,
        String nonce,
        String uri,
        DigestAlgorithm algorithm,
        String qop,
        int nonceCount,
        String cnonce,
        String opaque,
        String response) {

    /** The credentials of a request: Authorization, else Proxy-Authorization. Empty when none are usable. */
    public static Optional<DigestCredentials> of(Request request) {
        var header = (AuthorizationHeader) request.getHeader(AuthorizationHeader.NAME);
        if (header == null) header = (AuthorizationHeader) request.getHeader("Proxy-Authorization");
        if (header == null || !"Digest".equalsIgnoreCase(header.getScheme())) return Optional.empty();
        AuthorizationHeader h = header;
        if (h.getUsername() == null || h.getNonce() == null || h.getResponse() == null || h.getURI() == null)
            return Optional.empty();
        String qop = orEmpty(h.getQop());
        if (!qop.isEmpty() && !qop.equalsIgnoreCase("auth")) return Optional.empty();
        return DigestAlgorithm.of(h.getAlgorithm())
                .map(algorithm -> new DigestCredentials(
                        h.getUsername(),
                        orEmpty(h.getRealm()),
                        h.getNonce(),
                        h.getURI().toString(),
                        algorithm,
                        qop,
                        h.getNonceCount(),
                        orEmpty(h.getCNonce()),
                        h.getOpaque(),
                        h.getResponse()));
    }

    /** Whether who made these knew the password. Takes the same time whatever differs. */
    public boolean provenBy(String password, String method) {
        String expected = hash(algorithm, user, realm, password, method, uri, nonce, qop, nonceCount, cnonce);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), response.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(
            DigestAlgorithm algorithm,
            String user,
            String realm,
            String password,
            String method,
            String uri,
            String nonce,
            String qop,
            int nonceCount,
            String cnonce) {
        String secret = algorithm.hash(user + ":" + realm + ":" + password);
        String request = algorithm.hash(method + ":" + uri);
        if (qop.isEmpty()) return algorithm.hash(secret + ":" + nonce + ":" + request);
        return algorithm.hash(
                secret + ":" + nonce + ":" + countText(nonceCount) + ":" + cnonce + ":" + qop + ":" + request);
    }

    /** The header to send. @param proxy Proxy-Authorization instead of Authorization */
    public AuthorizationHeader header(HeaderFactory headers, javax.sip.address.URI target, boolean proxy)
            throws ParseException {
        AuthorizationHeader header =
                proxy ? headers.createProxyAuthorizationHeader("Digest") : headers.createAuthorizationHeader("Digest");
        header.setUsername(user);
        header.setRealm(realm);
        header.setNonce(nonce);
        header.setURI(target);
        header.setAlgorithm(algorithm.token());
        header.setResponse(response);
        if (opaque != null) header.setOpaque(opaque);
        if (!qop.isEmpty()) {
            header.setQop(qop);
            header.setNonceCount(nonceCount);
            header.setCNonce(cnonce);
        }
        return header;
    }

    private static String countText(int count) {
        return String.format("%08x", count);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** Nothing of it in logs. */
    @Override
    public String toString() {
        return "DigestCredentials[" + algorithm.token() + "]";
    }
}
