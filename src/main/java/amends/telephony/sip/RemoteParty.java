package amends.telephony.sip;

import amends.kernel.PlainText;
import amends.telephony.Party;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.ExtensionHeader;
import javax.sip.message.Request;

/**
 * The header Remote-Party-ID, which was never more than a draft (draft-ietf-sip-privacy-04) and is what many exchanges
 * still say a caller by, where they are not told to use P-Asserted-Identity.
 *
 * @param party who the server says is calling
 * @param isPrivate whether that one does not want to be known
 */
record RemoteParty(Party party, boolean isPrivate) {
    private static final int LONGEST = 512;
    private static final int LONGEST_NAME = 128;
    private static final Pattern WRITTEN = Pattern.compile(
            "\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^<\"]*))\\s*<(?:sips?|tel):([^@;>]{1,128})[^>]*>([^<>]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTY = Pattern.compile(";\\s*party\\s*=\\s*(\\w+)");
    private static final Pattern PRIVACY = Pattern.compile(";\\s*privacy\\s*=\\s*\"?(full|name|uri)");

    /** Empty where it is missing, is no such header, or speaks of somebody else than the caller. */
    static Optional<RemoteParty> of(Request invite) {
        return read(invite, "calling");
    }

    /** Within a call: the exchange speaks of whom it connected, as the caller or the called one, by who began the call. */
    static Optional<RemoteParty> connected(Request within) {
        return read(within, "calling|called");
    }

    private static Optional<RemoteParty> read(Request invite, String whom) {
        if (!(invite.getHeader("Remote-Party-ID") instanceof ExtensionHeader said)) return Optional.empty();
        String value = said.getValue();
        Matcher written = value == null || value.length() > LONGEST ? null : WRITTEN.matcher(value);
        if (written == null || !written.matches()) return Optional.empty();
        String parameters = written.group(4).toLowerCase(Locale.ROOT);
        Matcher party = PARTY.matcher(parameters);
        if (party.find() && !party.group(1).matches(whom)) return Optional.empty();
        String quoted = written.group(1);
        String name = quoted == null ? written.group(2).strip() : quoted.replaceAll("\\\\(.)", "$1");
        var caller = new Party(written.group(3), PlainText.line(name, LONGEST_NAME));
        return Optional.of(new RemoteParty(caller, PRIVACY.matcher(parameters).find()));
    }
}
