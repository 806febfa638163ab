package amends.sip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Response;

/**
 * What a server asks a client to prove (RFC 7616 §3.3).
 *
 * @param opaque null when the server sent none
 * @param qop whether the server understands qop=auth
 * @param stale whether only the nonce of the last attempt was too old, the password being right
 * @param proxy whether a proxy asked (407) rather than the server itself (401)
 */
public record DigestChallenge(
        String realm,
        String nonce,
        DigestAlgorithm algorithm,
        boolean qop,
        String opaque,
        boolean stale,
        boolean proxy) {

    /** The challenges of a 401 or 407 that can be answered, the strongest first (RFC 8760 §2.4). */
    public static List<DigestChallenge> of(Response response) {
        var found = new ArrayList<DigestChallenge>();
        collect(response.getHeaders(WWWAuthenticateHeader.NAME), false, found);
        collect(response.getHeaders(ProxyAuthenticateHeader.NAME), true, found);
        found.sort(Comparator.comparing(DigestChallenge::algorithm).reversed());
        return found;
    }

    private static void collect(Iterator<?> headers, boolean proxy, List<DigestChallenge> found) {
        while (headers.hasNext() && found.size() < 10) {
            if (headers.next() instanceof WWWAuthenticateHeader h)
                read(h, proxy).ifPresent(found::add);
        }
    }

    private static Optional<DigestChallenge> read(WWWAuthenticateHeader h, boolean proxy) {
        if (!"Digest".equalsIgnoreCase(h.getScheme()) || h.getRealm() == null || h.getNonce() == null)
            return Optional.empty();
        String qop = h.getQop();
        boolean auth = qop != null
                && List.of(qop.toLowerCase(Locale.ROOT).split("[\\s,\"]+")).contains("auth");
        if (qop != null && !qop.isBlank() && !auth) return Optional.empty();
        return DigestAlgorithm.of(h.getAlgorithm())
                .map(a -> new DigestChallenge(h.getRealm(), h.getNonce(), a, auth, h.getOpaque(), h.isStale(), proxy));
    }

    /**
     * Proves knowledge of the password for one request.
     *
     * @param uri the Request-URI as it will be written
     * @param nonceCount how often this nonce was answered, this time included
     * @param cnonce fresh random text
     */
    public DigestCredentials answered(
            String user, String password, String method, String uri, int nonceCount, String cnonce) {
        String quality = qop ? "auth" : "";
        String ours = qop ? cnonce : "";
        String response =
                DigestCredentials.hash(algorithm, user, realm, password, method, uri, nonce, quality, nonceCount, ours);
        return new DigestCredentials(user, realm, nonce, uri, algorithm, quality, nonceCount, ours, opaque, response);
    }
}
