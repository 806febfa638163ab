package amends.simulation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Lets clients of this machine in, and can shut a connection in mid-word. */
final class SmscDoor implements ServerConnectionFactory, ServerConnection {
    private final ServerSocket server;
    private final Deque<Socket> entered = new ArrayDeque<>();

    /** @param port 0: any free one */
    SmscDoor(int port) throws IOException {
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public Connection accept() throws IOException {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        entered.add(socket);
        return new SocketConnection(socket);
    }

    /** Of the session that was accepted last. By the accepting thread. */
    Socket lastEntered() {
        Socket last = entered.removeLast();
        entered.clear();
        return last;
    }

    @Override
    public ServerConnection listen(int port) {
        return this;
    }

    @Override
    public ServerConnection listen(int port, int timeout) {
        return this;
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) {
        return this;
    }

    @Override
    public void setSoTimeout(int timeout) throws IOException {
        server.setSoTimeout(timeout);
    }

    @Override
    public int getSoTimeout() throws IOException {
        return server.getSoTimeout();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
