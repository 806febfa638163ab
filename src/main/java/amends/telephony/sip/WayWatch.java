package amends.telephony.sip;

import amends.kernel.Loop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees that the way to the server begins at another address of this machine (another network, a cable pulled, a tunnel
 * opened), and keeps the way back open. Belongs to the call loop; looks on a thread of its own.
 */
final class WayWatch {
    private static final Logger LOG = LoggerFactory.getLogger(WayWatch.class);
    /** With it a change is known to the server well within five seconds. */
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Translators of addresses forget after 30 s and more. */
    private static final int LOOKS_PER_KEEP_ALIVE = 25;

    private final Loop loop;
    private final Routes routes;
    private final InetSocketAddress server;
    private final Session session;
    private final BooleanSupplier wanted;
    private final Consumer<InetAddress> moved;
    private InetAddress local;
    private int looks;

    /** @param wanted whether there is still something to watch @param moved told on the loop */
    WayWatch(
            Loop loop,
            Routes routes,
            Reach reach,
            Session session,
            BooleanSupplier wanted,
            Consumer<InetAddress> moved) {
        this.loop = loop;
        this.routes = routes;
        this.server = reach.server();
        this.local = reach.local();
        this.session = session;
        this.wanted = wanted;
        this.moved = moved;
    }

    void begin() {
        loop.after(EVERY, this::look);
    }

    private void look() {
        if (!wanted.getAsBoolean()) return;
        if (++looks % LOOKS_PER_KEEP_ALIVE == 0) session.endpoint().keepAlive(server);
        Thread.ofVirtual().name("way-watch").start(() -> {
            try {
                InetAddress now = routes.towards(server);
                loop.execute(() -> seen(now));
            } catch (IOException e) {
                LOG.debug("there is no way to the server", e);
            }
        });
        loop.after(EVERY, this::look);
    }

    private void seen(InetAddress now) {
        if (!wanted.getAsBoolean() || now.equals(local) || now.isAnyLocalAddress()) return;
        local = now;
        moved.accept(now);
    }
}
