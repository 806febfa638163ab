package amends.telephony.sip;

import amends.sip.SipEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The way to the server as the network is now.
 *
 * @param local the address of this machine that the server sees, networks between them permitting
 */
record Reach(InetAddress server, InetAddress local) {
    /** Looks the server up and asks the routing table. Blocks. */
    static Reach find(Account account) throws IOException {
        InetAddress server = InetAddress.getByName(account.host());
        try (var probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(server, account.port()));
            return new Reach(server, probe.getLocalAddress());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Blocks. */
    SipEndpoint open(Account account, Executor loop) throws IOException {
        var proxy = new InetSocketAddress(server, account.port());
        return SipEndpoint.open(local, 0, Optional.of(proxy), account.transport(), loop);
    }
}
