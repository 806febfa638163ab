package amends.telephony.sip;

import amends.sip.Transport;
import amends.telephony.CallerNumbers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Who the desk is at its PBX, and where that is.
 *
 * @param user the SIP user, also the name for authentication
 * @param domain the part behind the @: often the server's name or address
 * @param host the server to talk to, by name or address; all requests outside dialogs go there
 * @param port its SIP port; 0 where the DNS says it, and which servers there are besides (RFC 3263)
 * @param displayName shown to those called; may be empty
 * @param outsidePrefix what this PBX wants before a public number (E.164, with its +), for instance 9; may be empty
 * @param authorities PEM file of those who may vouch for the server over TLS; empty for those the Java runtime trusts
 * @param numbers under which outside calls may be made
 * @param shownBy how the PBX is told of them
 * @param expiry how long a registration is asked to last; refreshed at half of what is granted
 */
public record Account(
        String user,
        String password,
        String domain,
        String host,
        int port,
        Transport transport,
        String displayName,
        String outsidePrefix,
        Optional<Path> authorities,
        Duration expiry,
        CallerNumbers numbers,
        CallerLine.By shownBy) {
    public Account {
        if (!user.matches("[A-Za-z0-9_.+*-]{1,64}"))
            throw new IllegalArgumentException("a SIP user is letters, digits and _ . + * -");
        if (!outsidePrefix.matches("[0-9*#]{0,8}"))
            throw new IllegalArgumentException("an outside prefix is digits, * and #");
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("port " + port);
        if (expiry.toSeconds() < 1) throw new IllegalArgumentException("expiry " + expiry);
    }

    /** Under no number but the exchange's choice. */
    public Account(
            String user,
            String password,
            String domain,
            String host,
            int port,
            Transport transport,
            String displayName,
            String outsidePrefix,
            Optional<Path> authorities,
            Duration expiry) {
        this(
                user,
                password,
                domain,
                host,
                port,
                transport,
                displayName,
                outsidePrefix,
                authorities,
                expiry,
                CallerNumbers.NONE,
                CallerLine.By.PREFERRED);
    }

    /** An account whose domain is its server, registered for two minutes at a time. */
    public static Account at(String host, int port, Transport transport, String user, String password) {
        return new Account(
                user, password, host, host, port, transport, "", "", Optional.empty(), Duration.ofMinutes(2));
    }

    public Account withExpiry(Duration expiry) {
        return new Account(
                user,
                password,
                domain,
                host,
                port,
                transport,
                displayName,
                outsidePrefix,
                authorities,
                expiry,
                numbers,
                shownBy);
    }

    public Account calling(CallerNumbers under, CallerLine.By by) {
        return new Account(
                user,
                password,
                domain,
                host,
                port,
                transport,
                displayName,
                outsidePrefix,
                authorities,
                expiry,
                under,
                by);
    }

    /** As this PBX wants it dialled. @param user of a SIP URI, percent-encoded where that wants it */
    String dialled(String user) {
        return user.startsWith("+") ? outsidePrefix.replace("#", "%23") + user : user;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + domain + " via " + host + ":" + port + "/" + transport.token();
    }
}
