package amends.sip;

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

/** The sockets of one stack, each behind its {@link WireGate}. Made by the stack, by name; set up before it opens any. */
public final class WireNetwork implements NetworkLayer {
    private static final int CONNECTING_MS = 3_000;
    private volatile WireGate gate = new WireGate(WireLimits.DESK, Optional.empty(), Timekeeper.system());

    void guard(WireGate gate) {
        this.gate = gate;
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
        throw new IOException("nothing listens for TLS here");
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        return createSSLSocket(address, port, null);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress local) throws IOException {
        throw new IOException("TLS is not set up");
    }

    @Override
    public void setSipStack(SipStackImpl stack) {}
}
