package amends.sip;

import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets of one stack, each behind its {@link WireGate}. Made by the stack, by name; set up before it opens any. */
public final class WireNetwork implements NetworkLayer {
    private static final Logger LOG = LoggerFactory.getLogger(WireNetwork.class);
    private static final int CONNECTING_MS = 3_000;
    private volatile Optional<TlsTrust> trust = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile WireGate gate = new WireGate(WireLimits.DESK, Optional.empty(), Timekeeper.system());

    void guard(WireGate gate, Optional<TlsTrust> trust) {
        this.gate = gate;
        this.trust = trust;
    }

    /** Why the last TLS connection did not come about, in one line; empty when it did. */
    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new GuardedServerSocket(port, backlog, address, gate);
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return new DatagramSocket();
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
        return new GuardedDatagramSocket(port, address, gate);
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
        var socket = new GuardedSocket(gate, gone -> {});
        try {
            if (local != null) socket.bind(new InetSocketAddress(local, localPort));
            socket.connect(new InetSocketAddress(address, port), CONNECTING_MS);
            socket.setTcpNoDelay(true);
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
            var socket = trusted.connect(new Socket(), address, port, local, CONNECTING_MS);
            trouble = Optional.empty();
            return new GuardedTlsSocket(socket, gate, gone -> {});
        } catch (IOException e) {
            LOG.warn("no TLS with {}: {}", address, PlainText.line(e.getMessage(), 200));
            trouble = Optional.of("no TLS: " + PlainText.line(e.getMessage(), 120));
            throw e;
        }
    }

    @Override
    public void setSipStack(SipStackImpl stack) {}
}
