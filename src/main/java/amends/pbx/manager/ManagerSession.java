package amends.pbx.manager;

import amends.kernel.Loop;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client. A thread of its own reads, another writes, what it asks is done on the exchange's loop; a client that
 * does not read what it asked for is let go rather than waited for.
 */
final class ManagerSession {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerSession.class);
    private static final String BANNER = "Asterisk Call Manager/5.0.4\r\n";
    private static final int MOST_UNSENT = 4096;
    private static final int MOST_UNDONE = 32;
    /** Milliseconds in which a client has to sign in. */
    private static final int SIGN_IN = 30_000;

    private final Socket socket;
    private final Loop loop;
    private final BiConsumer<ManagerMessage, ManagerSession> actions;
    private final Consumer<ManagerSession> onEnd;
    private final BlockingQueue<byte[]> unsent = new ArrayBlockingQueue<>(MOST_UNSENT);
    private final Semaphore undone = new Semaphore(MOST_UNDONE);
    private volatile boolean closing;
    private volatile boolean closed;
    private volatile String user = "";
    private volatile EventMask mask = EventMask.NONE;
    private int failedSignIns;

    /** @param actions carries out what is asked, on the loop */
    ManagerSession(
            Socket socket,
            Loop loop,
            BiConsumer<ManagerMessage, ManagerSession> actions,
            Consumer<ManagerSession> onEnd) {
        this.socket = socket;
        this.loop = loop;
        this.actions = actions;
        this.onEnd = onEnd;
    }

    void start() {
        unsent.add(BANNER.getBytes(StandardCharsets.US_ASCII));
        String name = "pbx-manager-" + socket.getPort();
        Thread.ofVirtual().name(name + "-write").start(this::write);
        Thread.ofVirtual().name(name + "-read").start(this::read);
    }

    private void read() {
        var reader = new ManagerReader();
        var bytes = new byte[4096];
        try {
            socket.setSoTimeout(SIGN_IN);
            var in = socket.getInputStream();
            for (int n = in.read(bytes); n >= 0 && !closed; n = in.read(bytes)) reader.read(bytes, n, this::asked);
        } catch (IOException e) {
            LOG.debug("manager client {}: {}", socket.getPort(), e.getMessage());
        } finally {
            close();
        }
    }

    /** What was asked before the client went is still done: a desk says goodbye and goes. */
    private void asked(ManagerMessage message) {
        undone.acquireUninterruptibly();
        loop.execute(() -> {
            try {
                if (!closing) actions.accept(message, this);
            } finally {
                undone.release();
            }
        });
    }

    private void write() {
        try {
            var out = socket.getOutputStream();
            while (!closed) {
                byte[] next = unsent.poll(200, TimeUnit.MILLISECONDS);
                if (next != null) out.write(next);
                else if (closing) break;
            }
        } catch (IOException e) {
            LOG.debug("manager client {}: {}", socket.getPort(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Never blocks. Any thread. */
    void send(byte[] block) {
        if (closed || closing || unsent.offer(block)) return;
        LOG.warn("manager client {} ({}) does not read and is let go", socket.getPort(), user);
        close();
    }

    void send(Block block) {
        send(block.bytes());
    }

    /** Something that happened, for who signed in and wants to know. */
    void tell(String kind, byte[] event) {
        if (signedIn() && mask.wants(kind)) send(event);
    }

    boolean signedIn() {
        return !user.isEmpty();
    }

    void signIn(String name) {
        user = name;
        try {
            socket.setSoTimeout(0);
        } catch (IOException e) {
            close();
        }
    }

    /** @return how often now */
    int signInFailed() {
        return ++failedSignIns;
    }

    void wantEvents(EventMask wanted) {
        mask = wanted;
    }

    /** Lets the client go once it was sent what is due. */
    void closeSoon() {
        closing = true;
    }

    void close() {
        if (closed) return;
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing manager client {}", socket.getPort(), e);
        }
        onEnd.accept(this);
    }
}
