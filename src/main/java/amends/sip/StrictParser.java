package amends.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The stack's parser without two of its leniencies: it silently takes the first of two headers of which there must
 * be one (two Content-Lengths make two readers see two messages), and takes every version of SIP for 2.0.
 */
final class StrictParser extends StringMsgParser {
    private static final Map<String, String> SHORT =
            Map.of("i", "call-id", "f", "from", "t", "to", "l", "content-length");
    private static final Set<String> ONCE = Set.of("call-id", "cseq", "from", "to", "max-forwards", "content-length");

    @Override
    public SIPMessage parseSIPMessage(byte[] message, boolean readBody, boolean strict, ParseExceptionListener listener)
            throws ParseException {
        String[] head = new String(message, StandardCharsets.ISO_8859_1)
                .stripLeading()
                .split("\r?\n\r?\n", 2)[0]
                .split("\r?\n");
        requireSingle(head);
        SIPMessage parsed = super.parseSIPMessage(message, readBody, strict, listener);
        if (parsed instanceof SIPRequest request) keepVersion(request, head[0]);
        return parsed;
    }

    private static void requireSingle(String[] head) throws ParseException {
        var seen = new HashSet<String>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            if (colon < 0 || Character.isWhitespace(head[i].charAt(0))) continue;
            String written = head[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String name = SHORT.getOrDefault(written, written);
            if (ONCE.contains(name) && !seen.add(name)) throw new ParseException("two headers " + name, 0);
        }
    }

    /** The stack answers 505 by itself once it knows. */
    private static void keepVersion(SIPRequest request, String line) {
        int last = line.stripTrailing().lastIndexOf(' ');
        String version = line.strip().substring(Math.max(0, last)).strip();
        if (version.matches("SIP/\\d{1,4}\\.\\d{1,4}")) request.getRequestLine().setSipVersion(version);
    }
}
