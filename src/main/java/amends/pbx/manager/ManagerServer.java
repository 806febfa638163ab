package amends.pbx.manager;

import amends.kernel.Loop;
import amends.kernel.Timekeeper;
import amends.pbx.ManagerDoor;
import amends.pbx.PbxConfig;
import amends.pbx.PbxEvent;
import amends.pbx.PortBusy;
import amends.pbx.Switchboard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The manager protocol's port. */
public final class ManagerServer implements ManagerDoor {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerServer.class);
    private static final int MOST_CLIENTS = 64;

    private final ServerSocket socket;
    private final Loop loop;
    private final ManagerActions actions;
    private final EventBlocks blocks;
    private final Set<ManagerSession> sessions = ConcurrentHashMap.newKeySet();
    private final List<Block> heldBack = new ArrayList<>();
    private boolean answering;

    /**
     * Binds the port and serves it.
     *
     * @throws PortBusy when it is in use
     */
    public static ManagerDoor open(PbxConfig config, Switchboard board, Loop loop, Timekeeper time) {
        ServerSocket socket = bound(config);
        var server = new ManagerServer(socket, config, board, loop, time);
        loop.execute(() -> board.onEvent(server::tell));
        Thread.ofVirtual().name("pbx-manager-accept").start(server::accept);
        return server;
    }

    private static ServerSocket bound(PbxConfig config) {
        try {
            var socket = new ServerSocket();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(config.bind(), config.managerPort()));
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (IOException e) {
            throw new PortBusy(config.managerPort(), "the manager protocol", e);
        }
    }

    private ManagerServer(ServerSocket socket, PbxConfig config, Switchboard board, Loop loop, Timekeeper time) {
        this.socket = socket;
        this.loop = loop;
        this.actions = new ManagerActions(config, board, time);
        this.blocks = new EventBlocks(config.systemName());
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                admit(socket.accept());
            } catch (IOException e) {
                if (!socket.isClosed()) LOG.warn("a manager client could not be accepted: {}", e.getMessage());
            }
        }
    }

    private void admit(Socket client) throws IOException {
        if (sessions.size() >= MOST_CLIENTS) {
            LOG.warn("too many manager clients, one was turned away");
            client.close();
            return;
        }
        client.setTcpNoDelay(true);
        var session = new ManagerSession(client, loop, this::carryOut, sessions::remove);
        sessions.add(session);
        session.start();
    }

    /** What an action sets off is told after its answer, as clients expect. On the exchange's loop. */
    private void carryOut(ManagerMessage message, ManagerSession session) {
        answering = true;
        try {
            actions.carryOut(message, session);
        } finally {
            answering = false;
            heldBack.forEach(this::send);
            heldBack.clear();
        }
    }

    private void tell(PbxEvent event) {
        if (sessions.isEmpty()) return;
        Block block = blocks.of(event);
        if (answering) heldBack.add(block);
        else send(block);
    }

    private void send(Block block) {
        byte[] bytes = block.bytes();
        sessions.forEach(session -> session.tell(block.kind(), bytes));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing the manager port", e);
        }
        sessions.forEach(ManagerSession::close);
    }
}
