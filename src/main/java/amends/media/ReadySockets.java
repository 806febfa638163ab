package amends.media;

import amends.kernel.Timekeeper;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sockets for the calls to come, of each of which a STUN server has said beforehand where it is seen from outside; so
 * no call ever waits for that. A thread of its own keeps two of them, asks anew before a translator of addresses
 * forgets them, and opens nothing while the way to the SIP server needs none of it. A socket that a call has got is
 * kept in the translator's mind until the call closes it: while it rings, and on hold, nothing else goes out there.
 */
final class ReadySockets implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadySockets.class);
    private static final int READY = 2;
    private static final long SECOND = 1_000_000_000L;
    /** Translators forget after 30 s and more. */
    private static final long FRESH_NANOS = 15 * SECOND;

    private static final long VALID_NANOS = 25 * SECOND;

    /** With what is asked before it, short enough for those that calls have to be kept. */
    private static final long RETRY_NANOS = 5 * SECOND;

    /** Opens a socket for a call. */
    interface Opener {
        RtpSocket open(InetAddress local) throws IOException;
    }

    /** One socket, whether somebody has it at present, and when and where the server was last written to. */
    private static final class Ready {
        private final RtpSocket socket;
        private final AtomicBoolean busy = new AtomicBoolean(true);
        private volatile long asked;
        private volatile InetSocketAddress server;

        Ready(RtpSocket socket) {
            this.socket = socket;
        }
    }

    private final StunServer server;
    private final Opener opener;
    private final Timekeeper time;
    private final StunQuestion question;
    private final List<Ready> ready = new CopyOnWriteArrayList<>();
    /** Those that calls have. */
    private final List<Ready> taken = new CopyOnWriteArrayList<>();

    private final Thread thread;
    private volatile Optional<InetAddress> way = Optional.empty();
    private volatile boolean closed;
    private boolean silent;

    ReadySockets(StunServer server, Opener opener, Timekeeper time) {
        this.server = server;
        this.opener = opener;
        this.time = time;
        question = new StunQuestion(time);
        thread = Thread.ofPlatform().name("stun").daemon(true).start(this::run);
    }

    /** By which address of ours the SIP server is reached; empty while there is no need to be seen from outside. */
    void way(Optional<InetAddress> local) {
        if (local.equals(way)) return;
        way = local;
        LockSupport.unpark(thread);
    }

    /** Whether what is there sees us as we are: this machine, its network, or a tunnel into one. */
    static boolean isNear(InetAddress server) {
        boolean unique = server instanceof Inet6Address && (server.getAddress()[0] & 0xFE) == 0xFC;
        return unique
                || server.isLoopbackAddress()
                || server.isAnyLocalAddress()
                || server.isLinkLocalAddress()
                || server.isSiteLocalAddress();
    }

    /** Returns at once. Empty where none is ready. */
    Optional<RtpSocket> take() {
        for (Ready one : ready)
            if (isFresh(one) && one.busy.compareAndSet(false, true)) {
                ready.remove(one);
                taken.add(one);
                LockSupport.unpark(thread);
                return Optional.of(one.socket);
            }
        return Optional.empty();
    }

    private boolean isFresh(Ready one) {
        boolean here = way.filter(one.socket::isSeenFrom).isPresent();
        return here && time.nanos() - one.asked < VALID_NANOS;
    }

    private void run() {
        while (!closed) {
            long rest = SECOND;
            try {
                rest = turn();
            } catch (RuntimeException | IOException e) {
                told(e.toString());
                rest = RETRY_NANOS;
            }
            if (!closed) LockSupport.parkNanos(rest);
        }
        ready.forEach(this::drop);
    }

    /** @return nanoseconds until there is something to do */
    private long turn() throws IOException {
        taken.removeIf(one -> !one.socket.isOpen());
        taken.forEach(this::keep);
        for (Ready one : ready) if (!isFresh(one)) drop(one);
        Optional<InetAddress> local = way;
        if (local.isEmpty()) return SECOND;
        for (Ready one : ready) {
            boolean old = time.nanos() - one.asked > FRESH_NANOS;
            if (old && one.busy.compareAndSet(false, true)) ask(one, local.get());
        }
        while (!closed && ready.size() < READY) {
            var fresh = new Ready(opener.open(local.get()));
            ready.add(fresh);
            if (!ask(fresh, local.get())) return RETRY_NANOS;
        }
        return SECOND;
    }

    private void keep(Ready one) {
        if (time.nanos() - one.asked < FRESH_NANOS) return;
        one.asked = time.nanos();
        question.remind(one.socket, one.server);
    }

    /** Lets it be taken once it is known where it is seen; else, whatever went wrong, drops it. */
    private boolean ask(Ready one, InetAddress local) throws UnknownHostException {
        boolean known = false;
        try {
            one.server = address(local);
            Optional<InetSocketAddress> seen = question.ask(one.socket, one.server);
            known = seen.isPresent();
            if (known) one.socket.seen(seen.get(), local);
        } finally {
            if (!known) discard(one);
        }
        if (known) offer(one);
        else told("it does not answer");
        return known;
    }

    private void offer(Ready one) {
        one.asked = time.nanos();
        if (silent) LOG.info("the STUN server {} answers again", server.host());
        silent = false;
        one.busy.set(false);
    }

    private void discard(Ready one) {
        ready.remove(one);
        one.socket.close();
    }

    private void drop(Ready one) {
        if (one.busy.compareAndSet(false, true) && ready.remove(one)) one.socket.close();
    }

    /** Of the family in which the SIP server is reached. Blocks. */
    private InetSocketAddress address(InetAddress local) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(server.host()))
                .filter(a -> a.getClass() == local.getClass())
                .findFirst()
                .map(a -> new InetSocketAddress(a, server.port()))
                .orElseThrow(() -> new UnknownHostException(server.host() + " has no address of our family"));
    }

    private void told(String why) {
        if (!silent)
            LOG.warn(
                    "the STUN server {} is of no use ({}): calls name the address of this machine", server.host(), why);
        silent = true;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        thread.interrupt();
    }
}
