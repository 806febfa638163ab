package amends.kernel.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a TCP server that can be cut, swallow everything silently, and be mended, always at the same port. */
public final class CuttableWire implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;
    private volatile boolean silent;

    public CuttableWire(int target) {
        this.target = target;
        listen(0);
        port = server.getLocalPort();
    }

    public int port() {
        return port;
    }

    private void listen(int at) {
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket accepting = server;
        Thread.ofVirtual().start(() -> accept(accepting));
    }

    private void accept(ServerSocket accepting) {
        while (!accepting.isClosed()) {
            try {
                Socket near = accepting.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(near);
                sockets.add(far);
                // Accepted at the very moment of the cut: it would live on unseen.
                if (accepting.isClosed()) {
                    end(near);
                    end(far);
                }
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            } catch (IOException e) {
                // the wire was cut, or the server is gone
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try {
            for (int n; (n = from.getInputStream().read(bytes)) >= 0; )
                if (!silent) to.getOutputStream().write(bytes, 0, n);
        } catch (IOException e) {
            // the wire was cut
        }
        end(from);
        end(to);
    }

    private void end(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    /** Breaks every connection and takes no new ones. */
    public void cut() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(this::end);
    }

    /** Keeps every connection and passes nothing on, as a firewall that forgot them does. */
    public void swallow() {
        silent = true;
    }

    public void mend() {
        silent = false;
        if (server.isClosed()) listen(port);
        else sockets.forEach(this::end);
    }

    @Override
    public void close() {
        cut();
    }
}
