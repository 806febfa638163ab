package amends.sip;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Request;

/**
 * What tells requests of the same branch apart (RFC 3261 §17.2.3). The stack finds a transaction by its branch alone,
 * so that a request whose sender was careless, or hostile, with branches is swallowed as somebody else's
 * retransmission. Within the stack a branch therefore carries a mark of the rest of the key; on the wire it never does.
 */
final class BranchMark {
    private static final Pattern MARK = Pattern.compile("\\.~[0-9a-f]{8}~");
    private static final byte[] RESPONSE = "SIP/2.0 ".getBytes(StandardCharsets.US_ASCII);

    private BranchMark() {}

    /** @param peer who sent it: nobody speaks in the transaction of another */
    static void put(SIPRequest request, String peer) throws ParseException {
        Via via = request.getTopmostVia();
        String branch = via.getBranch();
        if (branch == null || !branch.regionMatches(true, 0, "z9hG4bK", 0, 7)) return;
        String method = request.getMethod();
        boolean ofInvite = method.equals(Request.ACK) || method.equals(Request.CANCEL);
        String key = peer + " " + via.getSentBy() + " " + (ofInvite ? Request.INVITE : method) + " "
                + request.getCallId().getCallId() + " " + request.getCSeq().getSeqNumber();
        via.setBranch(branch + ".~" + HexFormat.of().toHexDigits(key.hashCode()) + "~");
    }

    /** The bytes of a message to send, a response's without the mark. */
    static byte[] taken(byte[] bytes, int offset, int length) {
        byte[] message = Arrays.copyOfRange(bytes, offset, offset + length);
        if (length < RESPONSE.length || Arrays.mismatch(message, 0, RESPONSE.length, RESPONSE, 0, RESPONSE.length) >= 0)
            return message;
        Matcher mark = MARK.matcher(new String(message, StandardCharsets.ISO_8859_1));
        return mark.find() ? mark.replaceFirst("").getBytes(StandardCharsets.ISO_8859_1) : message;
    }
}
