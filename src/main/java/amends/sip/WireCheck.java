package amends.sip;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.MaxForwards;
import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether one whole message may reach the stack (RFC 3261 §7, §8.1.1, §8.2, §18.3). The stack itself overlooks much:
 * it takes the first of two headers of which there must be one, any version, addresses without brackets, and drops in
 * silence what lacks a header although the sender waits for a 400. Holds nothing; any thread.
 */
final class WireCheck {
    /** What a message is worth. */
    sealed interface Verdict {
        /** It may go on. */
        record Passed() implements Verdict {}

        /** It is answered here. */
        record Refused(int status, String reason) implements Verdict {}

        /** Nobody is to be answered: a response, an ACK, or no message at all. */
        record Dropped(String why) implements Verdict {}
    }

    static final Verdict PASSED = new Verdict.Passed();

    private static final List<String> NEEDED = List.of("via", "to", "from", "call-id", "cseq");
    private static final List<String> ONCE =
            List.of("call-id", "cseq", "from", "to", "max-forwards", "content-length", "content-type");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]{1,64}");
    private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 [1-6]\\d\\d( .*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("SIP/\\d{1,9}\\.\\d{1,9}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEQUENCE = Pattern.compile("0*(\\d{1,10})\\s+(\\S+)");
    private static final long MOST_SEQUENCE = 0x7FFF_FFFFL;
    /** Headers that must be understood, whatever the rest is. */
    private static final Set<Class<?>> ESSENTIAL = Set.of(
            RequestLine.class,
            StatusLine.class,
            Via.class,
            From.class,
            To.class,
            CallID.class,
            CSeq.class,
            Contact.class,
            MaxForwards.class,
            ContentLength.class);

    private WireCheck() {}

    /** @param body how many bytes came after the head */
    static Verdict of(WireHead head, byte[] message, int body) {
        if (STATUS.matcher(head.start()).matches()) return response(head, message);
        if (head.start().regionMatches(true, 0, "SIP/", 0, 4))
            return new Verdict.Dropped("a response with an odd status");
        Verdict verdict = request(head, message, body);
        return verdict instanceof Verdict.Refused(int _, String reason)
                        && head.start().startsWith("ACK ")
                ? new Verdict.Dropped(reason)
                : verdict;
    }

    private static Verdict response(WireHead head, byte[] message) {
        if (head.values("via").size() != 1 || head.value("via").contains(","))
            return new Verdict.Dropped("a response with a path that is not ours");
        return headerFault(head)
                .or(() -> parseFault(message))
                .<Verdict>map(Verdict.Dropped::new)
                .orElse(PASSED);
    }

    private static Verdict request(WireHead head, byte[] message, int body) {
        String[] words = head.start().split(" ", -1);
        if (head.values("via").isEmpty()) return new Verdict.Dropped("a request without Via");
        if (words.length != 3 || !TOKEN.matcher(words[0]).matches()) return refused("Malformed Request-Line");
        if (!VERSION.matcher(words[2]).matches()) return refused("Malformed Request-Line");
        if (!words[2].equalsIgnoreCase("SIP/2.0")) return new Verdict.Refused(505, "Version Not Supported");
        return headerFault(head)
                .or(() -> uriFault(words[1]))
                .or(() -> sequenceFault(head.value("cseq"), words[0]))
                .or(() -> lengthFault(head, body))
                .or(() -> contactFault(head))
                .or(() -> parseFault(message))
                .<Verdict>map(WireCheck::refused)
                .orElse(PASSED);
    }

    private static Verdict refused(String reason) {
        return new Verdict.Refused(400, reason);
    }

    private static Optional<String> headerFault(WireHead head) {
        Optional<String> missing =
                NEEDED.stream().filter(n -> head.values(n).isEmpty()).findFirst();
        if (missing.isPresent()) return missing.map(n -> "Missing " + n);
        return ONCE.stream().filter(n -> head.values(n).size() > 1).findFirst().map(n -> "More than one " + n);
    }

    /** An IPv6 address wants its brackets (RFC 5118 §4.2), a URI no angles and no blanks. */
    private static Optional<String> uriFault(String uri) {
        int colon = uri.indexOf(':');
        if (colon < 1 || uri.startsWith("<")) return Optional.of("Malformed Request-URI");
        String scheme = uri.substring(0, colon);
        if (!scheme.equalsIgnoreCase("sip") && !scheme.equalsIgnoreCase("sips")) return Optional.empty();
        String rest = uri.substring(colon + 1);
        String hostPort = rest.substring(rest.lastIndexOf('@') + 1).split("[;?]", 2)[0];
        boolean bare = !hostPort.startsWith("[") && hostPort.indexOf(':') != hostPort.lastIndexOf(':');
        return bare ? Optional.of("IPv6 Address Without Brackets") : Optional.empty();
    }

    private static Optional<String> sequenceFault(String cseq, String method) {
        var read = SEQUENCE.matcher(cseq);
        if (!read.matches() || Long.parseLong(read.group(1)) > MOST_SEQUENCE) return Optional.of("Malformed CSeq");
        return read.group(2).equals(method) ? Optional.empty() : Optional.of("CSeq Of Another Method");
    }

    private static Optional<String> lengthFault(WireHead head, int body) {
        if (head.values("content-length").isEmpty()) return Optional.empty();
        int length = head.contentLength();
        if (length < 0) return Optional.of("Malformed Content-Length");
        return length > body ? Optional.of("Body Shorter Than Content-Length") : Optional.empty();
    }

    /** Where an INVITE is answered to is its Contact; before RFC 3261 that could be left out, as could the cookie. */
    private static Optional<String> contactFault(WireHead head) {
        boolean modern = head.value("via").contains("z9hG4bK");
        boolean lacks =
                head.start().startsWith("INVITE ") && head.values("contact").isEmpty();
        return lacks && modern ? Optional.of("Missing contact") : Optional.empty();
    }

    private static Optional<String> parseFault(byte[] message) {
        try {
            return new StrictParser().parseSIPMessage(message, true, false, WireCheck::unlessEssential) == null
                    ? Optional.of("Malformed Message")
                    : Optional.empty();
        } catch (ParseException | RuntimeException e) {
            // What trips the stack's parser up is malformed too, whatever it throws.
            return Optional.of("Malformed Header");
        }
    }

    private static void unlessEssential(
            ParseException fault, SIPMessage message, Class<?> header, String line, String text) throws ParseException {
        if (header == null || ESSENTIAL.contains(header)) throw fault;
    }
}
