package amends.sip;

import java.util.Locale;

/** What SIP travels over. */
public enum Transport {
    UDP(5060),
    TCP(5060),
    /** TCP under TLS; the server's certificate must be for the domain, and nothing else is tried when it is not. */
    TLS(5061);

    private final int port;

    Transport(int port) {
        this.port = port;
    }

    /** The port where nobody says another (RFC 3261 §19.1.2). */
    public int port() {
        return port;
    }

    /** As written in URIs and configuration. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
