package amends.acd.manager;

import amends.kernel.Loop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection. Reads and writes on virtual threads of its own and tells its listener on the loop; a loop that
 * lags behind slows the reading, never fills memory.
 */
final class ManagerSocket {
    /** Told on the loop; {@link #closed} once and last. */
    interface Listener {
        void connected();

        void frame(ManagerFrame frame);

        /** @param reason one plain line */
        void closed(String reason);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ManagerSocket.class);
    private static final int CONNECT_MS = 5_000;
    /** Longer than the pause between two pings and their answers. */
    private static final int SILENCE_MS = 45_000;

    /** For the distributor to take the last that it was sent. */
    private static final int FAREWELL_MS = 2_000;

    private static final int UNREAD = 256;
    private static final int UNSENT = 256;
    private static final byte[] LAST = {};

    private final ManagerSettings settings;
    private final Loop loop;
    private final Predicate<ManagerFrame> wanted;
    private final Listener listener;
    private final Socket socket = new Socket();
    private final Semaphore unread = new Semaphore(UNREAD);
    private final BlockingQueue<byte[]> unsent = new ArrayBlockingQueue<>(UNSENT);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean finishing;

    /** @param wanted which messages are worth the loop's time; asked on the reading thread */
    ManagerSocket(ManagerSettings settings, Loop loop, Predicate<ManagerFrame> wanted, Listener listener) {
        this.settings = settings;
        this.loop = loop;
        this.wanted = wanted;
        this.listener = listener;
    }

    void open() {
        Thread.ofVirtual().name("manager-read").start(this::read);
    }

    /** Queues the request; a peer that takes none any more loses the connection. Never blocks. */
    void send(ManagerAction action) {
        if (!unsent.offer(action.bytes())) close("the distributor does not read what it is sent");
    }

    /**
     * Sends what is queued, then closes when the distributor does, two seconds later at most: a connection that is closed
     * while answers to it are on their way is reset, and what the distributor had not read of it is lost.
     */
    void finish() {
        finishing = true;
        if (!unsent.offer(LAST)) close("closed");
    }

    void close(String reason) {
        if (!closed.compareAndSet(false, true)) return;
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing the manager connection failed: {}", e.toString());
        }
        unsent.clear();
        unsent.offer(LAST);
        ended.countDown();
        loop.execute(() -> listener.closed(reason));
    }

    private void read() {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MS);
            socket.setSoTimeout(SILENCE_MS);
            var reader = new ManagerFrameReader(socket.getInputStream());
            if (!reader.banner().contains("Manager")) {
                close("what answers at " + where() + " does not speak the manager protocol");
                return;
            }
            Thread.ofVirtual().name("manager-write").start(this::write);
            loop.execute(listener::connected);
            while (!closed.get()) pass(reader.next());
        } catch (SocketTimeoutException e) {
            close("no answer from the manager protocol at " + where());
        } catch (IOException | IllegalArgumentException e) {
            close("no connection to the manager protocol at " + where() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close("interrupted");
        }
    }

    private void pass(ManagerFrame frame) throws InterruptedException, IOException {
        if (finishing || !wanted.test(frame)) return;
        if (!unread.tryAcquire(SILENCE_MS, TimeUnit.MILLISECONDS)) throw new IOException("the call loop stands still");
        loop.execute(() -> {
            unread.release();
            listener.frame(frame);
        });
    }

    private void write() {
        try {
            var out = socket.getOutputStream();
            for (byte[] next = unsent.take(); next != LAST; next = unsent.take()) {
                out.write(next);
                out.flush();
            }
            if (!closed.get()) {
                socket.shutdownOutput();
                ended.await(FAREWELL_MS, TimeUnit.MILLISECONDS);
            }
            close("closed");
        } catch (IOException e) {
            close("the manager protocol at " + where() + " was lost: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String where() {
        return settings.host() + ":" + settings.port();
    }
}
