package amends.sip;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answer to a request that never reached the stack: what could be read of it, and no state kept (RFC 3261 §8.2.6). */
final class WireRefusal {
    private static final List<String> NAMES = List.of("Via", "From", "To", "Call-ID", "CSeq");
    /** Characters of one header that are given back; more is nobody's honest header. */
    private static final int MOST_VALUE = 2_000;

    private WireRefusal() {}

    static byte[] of(WireHead head, int status, String reason, InetSocketAddress from) {
        var text = new StringBuilder("SIP/2.0 " + status + " " + reason + "\r\n");
        for (String name : NAMES) {
            boolean first = true;
            for (String value : head.values(name.toLowerCase(java.util.Locale.ROOT))) {
                if (value.length() > MOST_VALUE) continue;
                text.append(name)
                        .append(": ")
                        .append(marked(name, value, first, from))
                        .append("\r\n");
                first = false;
                if (!name.equals("Via")) break;
            }
        }
        if (status == 503) text.append("Retry-After: 2\r\n");
        text.append("Server: ").append(SipMessages.USER_AGENT).append("\r\nContent-Length: 0\r\n\r\n");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String marked(String name, String value, boolean first, InetSocketAddress from) {
        if (name.equals("To") && !value.matches("(?i).*;\\s*tag\\s*=.*")) return value + ";tag=refused";
        if (!name.equals("Via") || !first || value.contains(",")) return value;
        String bare = value.replaceFirst("(?i);\\s*rport\\s*(?=;|$)", "");
        return bare + ";received=" + from.getAddress().getHostAddress() + ";rport=" + from.getPort();
    }
}
