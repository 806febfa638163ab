package amends.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds one port number that is free for UDP and TCP alike. Another process may still snatch it. */
final class FreePort {
    private FreePort() {}

    static int on(InetAddress address) throws IOException {
        IOException last = null;
        for (int attempt = 0; attempt < 50; attempt++) {
            try (var udp = new DatagramSocket(0, address);
                    var tcp = new ServerSocket(udp.getLocalPort(), 1, address)) {
                return tcp.getLocalPort();
            } catch (IOException e) {
                last = e;
            }
        }
        throw new IOException("no port is free on " + address.getHostAddress(), last);
    }
}
