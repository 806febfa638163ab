package amends.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Which of this machine's addresses reaches a server: the one that is offered for voice. */
final class LocalAddress {
    private LocalAddress() {}

    /** Asks the routing table; sends nothing. Loopback when the server's name means nothing here now. */
    static InetAddress towards(String server, int port) {
        var remote = new InetSocketAddress(server, port);
        if (remote.isUnresolved()) return InetAddress.getLoopbackAddress();
        try (var probe = new DatagramSocket()) {
            probe.connect(remote);
            InetAddress local = probe.getLocalAddress();
            return local.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : local;
        } catch (IOException | java.io.UncheckedIOException e) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
