package amends.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A TLS connection on which the server has proven itself already, behind the {@link WireGate}. What the stack would
 * settle of the handshake is settled: what it sets is passed over.
 */
final class GuardedTlsSocket extends SSLSocket implements Guarded {
    private final SSLSocket inner;
    private final Socket carrier;
    private final WireGate gate;
    private final Consumer<GuardedTlsSocket> gone;
    private final Reading reading = new Reading();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile HandshakeCompletedListener listener;
    private volatile InputStream input;

    /** @param carrier what TLS runs on: closing TLS itself waits for a write that blocks */
    GuardedTlsSocket(SSLSocket inner, Socket carrier, WireGate gate, Consumer<GuardedTlsSocket> gone) {
        this.inner = inner;
        this.carrier = carrier;
        this.gate = gate;
        this.gone = gone;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream framed = input;
        if (framed == null) {
            framed = new FramedInput(this, inner.getInputStream(), watched(), gate, reading);
            input = framed;
        }
        return framed;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        gate.asks(getInetAddress());
        return new UnmarkingOutput(watched());
    }

    private OutputStream watched() throws IOException {
        return new WatchedOutput(inner.getOutputStream(), carrier, reading, WatchedOutput.PATIENCE);
    }

    @Override
    public void close() throws IOException {
        inner.close();
        if (!closed.getAndSet(true)) gone.accept(this);
    }

    /** Closing TLS itself would wait for whoever is writing. */
    @Override
    public void abandon() throws IOException {
        carrier.close();
        if (!closed.getAndSet(true)) gone.accept(this);
    }

    @Override
    public void awaitReader() {
        reading.awaitEnd();
    }

    @Override
    public void startHandshake() {
        HandshakeCompletedListener told = listener;
        if (told != null) told.handshakeCompleted(new HandshakeCompletedEvent(inner, inner.getSession()));
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        this.listener = listener;
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        this.listener = null;
    }

    @Override
    public void setSoTimeout(int ms) throws SocketException {
        inner.setSoTimeout(ms);
    }

    @Override
    public InetAddress getInetAddress() {
        return inner.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return inner.getLocalAddress();
    }

    @Override
    public int getPort() {
        return inner.getPort();
    }

    @Override
    public int getLocalPort() {
        return inner.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return inner.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return inner.getLocalSocketAddress();
    }

    @Override
    public boolean isConnected() {
        return inner.isConnected();
    }

    @Override
    public boolean isClosed() {
        return inner.isClosed();
    }

    @Override
    public SSLSession getSession() {
        return inner.getSession();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return inner.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return inner.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {}

    @Override
    public String[] getSupportedProtocols() {
        return inner.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return inner.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {}

    @Override
    public void setUseClientMode(boolean mode) {}

    @Override
    public boolean getUseClientMode() {
        return true;
    }

    @Override
    public void setNeedClientAuth(boolean need) {}

    @Override
    public boolean getNeedClientAuth() {
        return false;
    }

    @Override
    public void setWantClientAuth(boolean want) {}

    @Override
    public boolean getWantClientAuth() {
        return false;
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {}

    @Override
    public boolean getEnableSessionCreation() {
        return true;
    }
}
