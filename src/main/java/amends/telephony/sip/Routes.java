package amends.telephony.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Knows by which of this machine's addresses a place is reached just now. Blocks little; any thread. */
interface Routes {
    /** @throws IOException when there is no way there */
    InetAddress towards(InetSocketAddress place) throws IOException;

    /** As the system's routing table has it. Nothing is sent. */
    static Routes ofSystem() {
        return place -> {
            try (var probe = new DatagramSocket()) {
                probe.connect(place);
                return probe.getLocalAddress();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        };
    }
}
