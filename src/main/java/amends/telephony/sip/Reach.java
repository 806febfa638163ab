package amends.telephony.sip;

import amends.sip.ServerSearch;
import amends.sip.SipEndpoint;
import amends.sip.TlsTrust;
import amends.sip.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The way to the server as the network is now.
 *
 * @param local the address of this machine that the server sees, networks between them permitting
 */
record Reach(InetSocketAddress server, InetAddress local) {
    /**
     * The way there, and how many servers there are to choose from.
     *
     * @param servers 1 or more
     */
    record Found(Reach reach, int servers) {}

    /**
     * Looks the servers up and asks the routing table. Blocks.
     *
     * @param avoided servers that did not answer; taken only when there is no other
     */
    static Found find(Account account, ServerSearch search, Routes routes, Set<InetSocketAddress> avoided)
            throws IOException {
        List<InetSocketAddress> all = search.find(account.host(), account.port(), account.transport());
        IOException last = null;
        for (InetSocketAddress server : byHope(all, avoided)) {
            try {
                return new Found(new Reach(server, routes.towards(server)), all.size());
            } catch (IOException e) {
                // No route there, an IPv6 address on a machine without it for instance.
                last = e;
            }
        }
        throw last == null ? new IOException("no server of " + account.host()) : last;
    }

    private static List<InetSocketAddress> byHope(List<InetSocketAddress> all, Set<InetSocketAddress> avoided) {
        return java.util.stream.Stream.concat(
                        all.stream().filter(s -> !avoided.contains(s)),
                        all.stream().filter(avoided::contains))
                .toList();
    }

    /** Blocks. */
    SipEndpoint open(Account account, Executor loop) throws IOException {
        if (account.transport() == Transport.TLS)
            return SipEndpoint.openTls(local, server, TlsTrust.of(account.domain(), account.authorities()), loop);
        return SipEndpoint.open(local, 0, Optional.of(server), account.transport(), loop);
    }
}
