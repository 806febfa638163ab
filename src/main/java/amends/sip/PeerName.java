package amends.sip;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a certificate is for a SIP domain (RFC 5922 §7): a {@code sip:} URI of the domain, else, where there is no
 * such URI, the domain's name; for an address the address. No wildcards, no parts of names. The common name counts
 * only where the certificate says nothing else.
 */
final class PeerName {
    private static final int DNS = 2;
    private static final int URI = 6;
    private static final int ADDRESS = 7;
    private static final Pattern COMMON = Pattern.compile("(?:^|,)CN=([^,\\\\\"]+)(?:,|$)");

    private PeerName() {}

    static boolean isOf(X509Certificate certificate, String domain) {
        List<String> uris = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) return common(certificate).equalsIgnoreCase(domain);
            for (List<?> name : names) sort(name, uris, others);
        } catch (CertificateParsingException e) {
            return false;
        }
        List<String> counted = uris.isEmpty() ? others : uris;
        return counted.stream().anyMatch(name -> same(name, domain));
    }

    private static void sort(List<?> name, List<String> uris, List<String> others) {
        if (!(name.get(0) instanceof Integer kind) || !(name.get(1) instanceof String text)) return;
        if (kind == URI && text.regionMatches(true, 0, "sip:", 0, 4)) {
            if (text.indexOf('@') < 0) uris.add(text.substring(4).split("[;?:]", 2)[0]);
        } else if (kind == DNS || kind == ADDRESS) {
            others.add(text);
        }
    }

    private static boolean same(String name, String domain) {
        if (name.equalsIgnoreCase(domain)) return true;
        try {
            return InetAddress.ofLiteral(name).equals(InetAddress.ofLiteral(domain));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String common(X509Certificate certificate) {
        Matcher found = COMMON.matcher(certificate.getSubjectX500Principal().getName());
        return found.find() ? found.group(1) : "";
    }
}
