package amends.app;

import amends.law.Needs;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Assumptions;

/**
 * A lead's visits over a real Asterisk whose trunk is told by the address 127.0.0.2: the agent in the clear by UDP, the
 * lead by TLS with SRTP.
 */
class AsteriskVisitingIT extends VisitingStory {
    private static final String HOST = "127.0.0.1";

    @Override
    Site site() {
        Needs.peer(HOST, 5038, "Asterisk");
        authority();
        return new Site(new InetSocketAddress(HOST, 5060), "127.0.0.2");
    }

    private static String authority() {
        String authority = System.getProperty("amends.asterisk.authority");
        Assumptions.assumeTrue(authority != null, "-Damends.asterisk.authority is not given");
        return authority;
    }

    @Override
    String lines(String extension) {
        String line = extension.equals("1003")
                ? "port: 5061, transport: tls, encryption: required, tls-authorities: \"" + authority() + "\""
                : "port: 5060";
        return """
                sip: {server: %s, %s, user: agent%s, password: pw%s}
                acd: {user: cti, secret: ctisecret, after-call-seconds: 60}""".formatted(HOST, line, extension, extension);
    }
}
