package amends.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes so many connections and no more; those beyond are closed at once. */
final class GuardedServerSocket extends ServerSocket {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedServerSocket.class);
    private final WireGate gate;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

    GuardedServerSocket(int port, int backlog, InetAddress address, WireGate gate) throws IOException {
        super(port, backlog, address);
        this.gate = gate;
    }

    @Override
    public Socket accept() throws IOException {
        while (true) {
            var socket = new GuardedSocket(gate, this::left);
            implAccept(socket);
            InetAddress peer = socket.getInetAddress();
            int ofPeer = open.merge(peer, 1, Integer::sum);
            boolean room = gate.isServer(peer) || strangers() <= gate.limits().strangers();
            if (room && ofPeer <= gate.limits().ofOne()) return socket;
            LOG.info("a connection from {} is one too many", peer);
            socket.close();
        }
    }

    private int strangers() {
        return open.entrySet().stream()
                .filter(e -> !gate.isServer(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private void left(GuardedSocket socket) {
        InetAddress peer = socket.getInetAddress();
        if (peer != null) open.computeIfPresent(peer, (p, n) -> n == 1 ? null : n - 1);
    }
}
