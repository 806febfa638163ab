package amends.pbx;

import amends.sip.Transport;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Reads and writes the small texts in SIP messages that name people. */
final class SipText {
    private SipText() {}

    /** The user part, or the digits of a tel URI; empty when there is none. */
    static String userOf(URI uri) {
        String user = null;
        if (uri instanceof SipURI sip) user = sip.getUser();
        else if (uri instanceof TelURL tel) user = (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber();
        return user == null ? "" : user;
    }

    /** Where a response sends the call; empty when it names nobody. */
    static String contactUser(Response response) {
        return response.getHeader(ContactHeader.NAME) instanceof ContactHeader contact
                ? new Identity(userOf(contact.getAddress().getURI()), "").number()
                : "";
    }

    static Transport transport(Request request) {
        var via = (ViaHeader) request.getHeader(ViaHeader.NAME);
        return via != null && "TCP".equalsIgnoreCase(via.getTransport()) ? Transport.TCP : Transport.UDP;
    }

    static Identity caller(Request request) {
        Address from = ((FromHeader) request.getHeader(FromHeader.NAME)).getAddress();
        String name = from.getDisplayName();
        return new Identity(userOf(from.getURI()), name == null ? "" : unescaped(name));
    }

    private static String unescaped(String name) {
        return name.replaceAll("\\\\(.)", "$1");
    }

    /** What may stand in a URI's user part; whoever cannot be written is anonymous. */
    static String writableUser(Identity party) {
        String kept = party.number().replaceAll("[^A-Za-z0-9+*#._-]", "");
        return kept.isEmpty() ? "anonymous" : kept;
    }

    /** What may stand between quotes. */
    static String writableName(Identity party) {
        return party.name().replace('"', '\'').replace('\\', '/');
    }
}
