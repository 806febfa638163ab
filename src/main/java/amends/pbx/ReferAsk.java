package amends.pbx;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.address.SipURI;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;

/**
 * A party wants the other to be led elsewhere (RFC 3515).
 *
 * @param dialled what it would have dialled
 * @param replaces the call whose place is to be taken; empty when the target is to be called
 */
record ReferAsk(SipLeg leg, String dialled, Optional<Replaced> replaces) {
    private static final Pattern REPLACES =
            Pattern.compile("([^;\\s]{1,255})(?=.*;to-tag=([^;\\s]{1,80}))(?=.*;from-tag=([^;\\s]{1,80})).*");

    /** A dialog as its exchange sees it (RFC 3891): {@code to-tag} is the exchange's own. */
    record Replaced(String callId, String local, String remote) {}

    /** Empty when nobody can be called by what it says. */
    static Optional<ReferAsk> of(SipLeg leg, Request refer) {
        if (!(refer.getHeader(ReferToHeader.NAME) instanceof ReferToHeader to)
                || !(to.getAddress().getURI() instanceof SipURI uri)
                || uri.getMethodParam() != null && !uri.getMethodParam().equalsIgnoreCase(Request.INVITE))
            return Optional.empty();
        String dialled = new Identity(SipText.userOf(uri), "").number();
        String written = uri.getHeader("Replaces");
        if (written == null) return Optional.of(new ReferAsk(leg, dialled, Optional.empty()));
        return replaced(written).map(call -> new ReferAsk(leg, dialled, Optional.of(call)));
    }

    private static Optional<Replaced> replaced(String written) {
        try {
            Matcher parts = REPLACES.matcher(URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8));
            return parts.matches()
                    ? Optional.of(new Replaced(parts.group(1), parts.group(2), parts.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tells the party how it goes. @param status of the call to the target; from 200 on the last that is told */
    void tell(int status) {
        leg.notifyRefer(status);
    }
}
