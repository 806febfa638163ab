package amends.telephony.sip;

import amends.sip.SipMessages;
import amends.telephony.Party;
import amends.telephony.ShownAs;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.HeaderAddress;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;

/**
 * To whom a REFER wants a call to be led.
 *
 * @param user fit for the user part of a URI of our own domain: nothing is ever sent to a host that a message names
 * @param outside whether it is a public number or somebody of another domain
 */
record ReferTarget(String user, Party party, boolean outside, DialWish wish) {

    /** Empty for what cannot be called. */
    static Optional<ReferTarget> of(Request refer, Account account) {
        if (!(refer.getHeader(ReferToHeader.NAME) instanceof ReferToHeader to)) return Optional.empty();
        URI uri = to.getAddress().getURI();
        String written = switch (uri) {
            case SipURI sip when calls(sip) -> sip.getUser();
            case TelURL tel -> (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber();
            default -> null;
        };
        return Destination.user(written).map(user -> {
            boolean foreign = !(uri instanceof SipURI sip) || !sip.getHost().equalsIgnoreCase(account.domain());
            var party = new Party(user.replace("%23", "#"), SipMessages.displayName(to.getAddress()));
            boolean outside = Destination.isOutside(user, account.user()) || foreign && !replaces(uri);
            return new ReferTarget(user, party, outside, wish(uri, refer));
        });
    }

    private static boolean calls(SipURI uri) {
        String method = uri.getMethodParam();
        return method == null || method.equalsIgnoreCase(Request.INVITE);
    }

    /** Taking over a dialog of the exchange names the exchange's own address, not its domain. */
    private static boolean replaces(URI uri) {
        return uri instanceof SipURI sip && replacement(sip).isPresent();
    }

    private static Optional<String> replacement(SipURI uri) {
        String written = uri.getHeader("Replaces");
        if (written == null) return Optional.empty();
        String plain = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        boolean fine = plain.length() <= 400
                && plain.chars().noneMatch(Character::isISOControl)
                && plain.toLowerCase(Locale.ROOT).contains(";to-tag=");
        return fine ? Optional.of(plain) : Optional.empty();
    }

    private static DialWish wish(URI uri, Request refer) {
        Optional<String> by = refer.getHeader("Referred-By") instanceof HeaderAddress address
                ? Optional.of("<" + address.getAddress().getURI() + ">")
                : Optional.empty();
        return new DialWish(uri instanceof SipURI sip ? replacement(sip) : Optional.empty(), by, false, ShownAs.OWN);
    }
}
