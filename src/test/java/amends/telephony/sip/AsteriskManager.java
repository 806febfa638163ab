package amends.telephony.sip;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Has a real Asterisk call a telephone, by its manager protocol. */
public final class AsteriskManager {
    private AsteriskManager() {}

    /** Calls an agent and leads it to a number of its own. @param variables lines of the order */
    public static void calls(String host, String agent, String number, String... variables) throws IOException {
        try (var manager = new Socket(host, 5038)) {
            String order =
                    "Action: Login\r\nUsername: cti\r\nSecret: ctisecret\r\n\r\nAction: Originate\r\nChannel: PJSIP/"
                            + agent + "\r\nContext: agents\r\nExten: " + number + "\r\nPriority: 1\r\nAsync: true\r\n"
                            + String.join("", variables) + "\r\nAction: Logoff\r\n\r\n";
            manager.getOutputStream().write(order.getBytes(StandardCharsets.US_ASCII));
            manager.getInputStream().readAllBytes();
        }
    }
}
