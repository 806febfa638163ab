package amends.sip;

import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets of one stack, each behind its {@link WireGate}. Made by the stack, by name; set up before it opens any. */
public final class WireNetwork implements NetworkLayer {
    private static final Logger LOG = LoggerFactory.getLogger(WireNetwork.class);
    private static final int CONNECTING_MS = 3_000;
    private static final byte[] ALIVE = {'\r', '\n', '\r', '\n'};
    private final Set<Guarded> made = ConcurrentHashMap.newKeySet();
    private volatile DatagramSocket datagrams;
    private volatile boolean everywhere;
    private volatile Runnable lost = () -> {};
    private volatile Optional<TlsTrust> trust = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile WireGate gate = new WireGate(WireLimits.DESK, Optional.empty(), Timekeeper.system());

    /**
     * @param everywhere binds at every address of this machine, for one whose address may change
     * @param lost told when a connection that we made is closed
     */
    void guard(WireGate gate, Optional<TlsTrust> trust, boolean everywhere, Runnable lost) {
        this.gate = gate;
        this.trust = trust;
        this.everywhere = everywhere;
        this.lost = lost;
    }

    /** Ends the connections that we made, and waits for their readers; the next message makes others. */
    void leave() {
        List<Guarded> left = List.copyOf(made);
        left.forEach(WireNetwork::end);
        left.forEach(Guarded::awaitReader);
    }

    private static void end(Guarded socket) {
        try {
            socket.abandon();
        } catch (IOException e) {
            LOG.debug("a connection does not end", e);
        }
    }

    /** Shows translators of addresses on the way that we are still there (RFC 5626 §3.5). Blocks like any sending. */
    void keepAlive(InetSocketAddress server) throws IOException {
        DatagramSocket socket = datagrams;
        if (socket != null) socket.send(new DatagramPacket(ALIVE, ALIVE.length, server));
        for (Guarded connection : made) connection.getOutputStream().write(ALIVE);
    }

    private void gone(Guarded socket) {
        if (!made.remove(socket)) return;
        Thread.ofVirtual().name("sip-connection-gone").start(() -> {
            socket.awaitReader();
            lost.run();
        });
    }

    /** Why the last TLS connection did not come about, in one line; empty when it did. */
    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new GuardedServerSocket(port, backlog, everywhere ? null : address, gate);
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return new DatagramSocket();
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
        datagrams = new GuardedDatagramSocket(port, everywhere ? null : address, gate);
        return datagrams;
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return createSocket(address, port, null, 0);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local) throws IOException {
        return createSocket(address, port, local, 0);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) throws IOException {
        var socket = new GuardedSocket(gate, this::gone);
        try {
            if (local != null && !everywhere) socket.bind(new InetSocketAddress(local, localPort));
            socket.connect(new InetSocketAddress(address, port), CONNECTING_MS);
            socket.setTcpNoDelay(true);
            made.add(socket);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new DeafTlsDoor();
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        return createSSLSocket(address, port, null);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress local) throws IOException {
        TlsTrust trusted = trust.orElseThrow(() -> new IOException("TLS is not set up"));
        try {
            var carrier = new Socket();
            var proven = trusted.connect(carrier, address, port, everywhere ? null : local, CONNECTING_MS);
            trouble = Optional.empty();
            var socket = new GuardedTlsSocket(proven, carrier, gate, this::gone);
            made.add(socket);
            return socket;
        } catch (IOException e) {
            LOG.warn("no TLS with {}: {}", address, PlainText.line(e.getMessage(), 200));
            trouble = Optional.of("no TLS: " + PlainText.line(e.getMessage(), 120));
            throw e;
        }
    }

    @Override
    public void setSipStack(SipStackImpl stack) {}
}
