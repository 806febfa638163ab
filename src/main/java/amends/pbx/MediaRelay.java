package amends.pbx;

import amends.kernel.Timekeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries media between legs and plays to them: one platform thread for all ports of one exchange, woken by packets
 * and, while something is played, every 20 ms at absolute deadlines. Allocates nothing per packet of its own.
 */
final class MediaRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaRelay.class);
    private static final long TICK = Duration.ofMillis(20).toNanos();
    private static final long NANOS_A_SAMPLE = TICK / MediaPort.SAMPLES;
    private static final int TRIES = 200;
    private static final int IDLE_MILLIS = 1000;

    private final InetAddress bind;
    private final PortRange range;
    private final Timekeeper time;
    private final Selector selector;
    private final Thread thread;
    private final ConcurrentLinkedQueue<MediaPort> fresh = new ConcurrentLinkedQueue<>();
    private final List<MediaPort> ports = new CopyOnWriteArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(2048);
    private volatile boolean closed;
    private int nextPort;
    private long deadline;
    private boolean quiet = true;

    private MediaRelay(InetAddress bind, PortRange range, Timekeeper time) throws IOException {
        this.bind = bind;
        this.range = range;
        this.time = time;
        nextPort = range.from();
        selector = Selector.open();
        thread = Thread.ofPlatform()
                .name("pbx-rtp")
                .daemon(true)
                .priority(Thread.MAX_PRIORITY)
                .unstarted(this::run);
    }

    static MediaRelay start(InetAddress bind, PortRange range, Timekeeper time) {
        try {
            var relay = new MediaRelay(bind, range, time);
            relay.thread.start();
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException("no selector for RTP", e);
        }
    }

    InetAddress address() {
        return bind;
    }

    /** A pair of ports; empty when all are in use. Called on the exchange's loop. */
    Optional<MediaPort> open() {
        int tries = range.any() ? TRIES : (range.to() - range.from()) / 2 + 1;
        for (int i = 0; i < tries; i++) {
            Optional<MediaPort> port = range.any() ? pair(0) : pair(nextInRange());
            if (port.isPresent()) {
                fresh.add(port.get());
                selector.wakeup();
                return port;
            }
        }
        LOG.warn("no RTP port is free");
        return Optional.empty();
    }

    private int nextInRange() {
        int port = nextPort;
        nextPort = port + 3 > range.to() ? range.from() : port + 2;
        return port;
    }

    private Optional<MediaPort> pair(int wanted) {
        DatagramChannel rtp = null;
        DatagramChannel rtcp = null;
        try {
            rtp = bound(wanted);
            int port = ((InetSocketAddress) rtp.getLocalAddress()).getPort();
            if (port % 2 == 0 && port < 65535) {
                rtcp = bound(port + 1);
                return Optional.of(new MediaPort(rtp, rtcp, selector::wakeup));
            }
        } catch (IOException e) {
            LOG.trace("RTP port {} is taken", wanted, e);
        }
        quietly(rtp);
        quietly(rtcp);
        return Optional.empty();
    }

    private DatagramChannel bound(int port) throws IOException {
        var family = bind.getAddress().length == 4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        var channel = DatagramChannel.open(family);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 17);
            return channel.bind(new InetSocketAddress(bind, port));
        } catch (IOException e) {
            quietly(channel);
            throw e;
        }
    }

    private static void quietly(DatagramChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            LOG.debug("closing an RTP port", e);
        }
    }

    private void run() {
        while (!closed) {
            try {
                adopt();
                selector.select(this::ready, untilDeadline());
                if (!quiet && time.nanos() - deadline >= 0) tick();
            } catch (Throwable e) {
                // An Error too: without this thread no call of the exchange has sound.
                LOG.error("the RTP relay stumbled", e);
            }
        }
    }

    private void adopt() {
        if (!fresh.isEmpty()) ports.removeIf(port -> !port.rtp.isOpen());
        for (MediaPort port = fresh.poll(); port != null; port = fresh.poll()) {
            try {
                port.rtp.register(selector, SelectionKey.OP_READ, port);
                port.rtcp.register(selector, SelectionKey.OP_READ, port);
                ports.add(port);
            } catch (ClosedChannelException e) {
                LOG.trace("a port was closed before it was used", e);
            }
        }
    }

    /** Milliseconds to sleep at most, rounded up; never 0, which would mean for ever. */
    private long untilDeadline() {
        if (!anyPlays()) {
            quiet = true;
            return IDLE_MILLIS;
        }
        if (quiet) deadline = time.nanos();
        quiet = false;
        return Math.max(1, (deadline - time.nanos() + 999_999) / 1_000_000);
    }

    private boolean anyPlays() {
        for (int i = 0; i < ports.size(); i++) if (ports.get(i).plays()) return true;
        return false;
    }

    private void tick() {
        int timestamp = (int) (deadline / NANOS_A_SAMPLE);
        // Before anything can fail: a deadline that stands still would be a loop that spins.
        deadline += TICK;
        for (int i = 0; i < ports.size(); i++) playOn(ports.get(i), timestamp);
        if (time.nanos() - deadline > 50 * TICK) deadline = time.nanos() + TICK;
    }

    /** A leg that stumbles takes no other with it. */
    private void playOn(MediaPort port, int timestamp) {
        try {
            port.playOn(buffer, timestamp);
        } catch (RuntimeException | Error e) {
            port.stumbled(e);
        }
    }

    private void ready(SelectionKey key) {
        var channel = (DatagramChannel) key.channel();
        var port = (MediaPort) key.attachment();
        try {
            for (int i = 0; i < 64; i++) {
                buffer.clear();
                var source = channel.receive(buffer);
                if (source == null) return;
                buffer.flip();
                port.received(channel, buffer, source);
            }
        } catch (ClosedChannelException e) {
            LOG.trace("closed while receiving", e);
        } catch (IOException e) {
            // An ICMP "nobody there" for what was sent before; the next packet may arrive.
            LOG.trace("receiving", e);
        } catch (RuntimeException | Error e) {
            port.stumbled(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(Duration.ofSeconds(2));
            selector.close();
        } catch (IOException e) {
            LOG.debug("closing the selector", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ports.forEach(MediaPort::close);
        fresh.forEach(MediaPort::close);
    }
}
