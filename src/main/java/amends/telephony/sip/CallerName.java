package amends.telephony.sip;

import amends.sip.SipMessages;
import amends.telephony.Party;
import java.util.Iterator;
import java.util.Optional;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderAddress;
import javax.sip.message.Request;

/**
 * Who calls, as our own server says: who it answers for (P-Asserted-Identity, RFC 3325, or Remote-Party-ID, as exchanges
 * said before that) before who the caller says to be (From); nobody, when the caller does not want to be known (Privacy,
 * RFC 3323).
 */
final class CallerName {
    /** The user part that says: not told. */
    private static final Party WITHHELD = new Party("anonymous", "");

    private CallerName() {}

    static Party of(Request invite) {
        if (withheld(invite)
                || RemoteParty.of(invite).filter(RemoteParty::isPrivate).isPresent()) return WITHHELD;
        return asserted(invite)
                .or(() -> RemoteParty.of(invite).map(RemoteParty::party))
                .orElseGet(() -> party(((FromHeader) invite.getHeader(FromHeader.NAME)).getAddress()));
    }

    /** Who is at the far end now, where a request within a call says so (RFC 4916); From stays what it was. */
    static Optional<Party> connected(Request within) {
        if (withheld(within)
                || RemoteParty.connected(within).filter(RemoteParty::isPrivate).isPresent())
            return Optional.of(WITHHELD);
        return asserted(within).or(() -> RemoteParty.connected(within).map(RemoteParty::party));
    }

    private static boolean withheld(Request invite) {
        for (Iterator<?> all = invite.getHeaders("Privacy"); all.hasNext(); )
            for (String wish : all.next().toString().split("[:;,\\s]+"))
                if (wish.equalsIgnoreCase("id") || wish.equalsIgnoreCase("user")) return true;
        return false;
    }

    private static Optional<Party> asserted(Request invite) {
        return invite.getHeader("P-Asserted-Identity") instanceof HeaderAddress said
                ? Optional.of(party(said.getAddress())).filter(p -> !p.user().isEmpty())
                : Optional.empty();
    }

    /** Who passed the call on, if it was (RFC 3892). */
    static Optional<Party> referrer(Request invite) {
        return invite.getHeader("Referred-By") instanceof HeaderAddress by
                ? Optional.of(party(by.getAddress())).filter(p -> !p.user().isEmpty())
                : Optional.empty();
    }

    private static Party party(Address address) {
        String user = switch (address.getURI()) {
            case SipURI sip -> sip.getUser();
            case TelURL tel -> (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber();
            default -> address.getURI().toString();
        };
        return new Party(user == null ? "" : user, SipMessages.displayName(address));
    }
}
