package amends.pbx;

import amends.kernel.Cancellable;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.pbx.manager.ManagerServer;
import amends.sip.SipEndpoint;
import amends.sip.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running exchange. Several can run in one process. */
public final class EmbeddedPbx implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPbx.class);
    private static final Duration PURGE = Duration.ofSeconds(2);
    private static final Duration PROBE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int MOST_LOOKS = 25;

    private final PlatformLoop loop;
    private final Registrar registrar;
    private final Exchange exchange;
    private final MediaRelay relay;
    private final SipEndpoint sip;
    private final ManagerDoor manager;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Cancellable purge = () -> {};
    private Cancellable probe = () -> {};

    /**
     * Blocks while the ports are bound.
     *
     * @throws PortBusy when a port is in use
     * @throws PbxRefused when the configuration makes no sense or lets strangers in
     */
    public static EmbeddedPbx start(PbxConfig config, Timekeeper time) {
        ConfigCheck.require(config);
        var loop = new PlatformLoop("pbx");
        try {
            return new EmbeddedPbx(config, time, loop);
        } catch (RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    private EmbeddedPbx(PbxConfig config, Timekeeper time, PlatformLoop loop) {
        this.loop = loop;
        sip = openSip(config, loop);
        registrar = new Registrar(time);
        exchange = new Exchange(config, registrar, time, loop);
        try {
            manager = ManagerServer.open(config, new ExchangeDesk(exchange), loop, time);
        } catch (RuntimeException e) {
            sip.close();
            throw e;
        }
        relay = MediaRelay.start(config.bind(), config.rtpPorts(), time);
        var side = new SipSide(sip, config, exchange, registrar, relay);
        loop.execute(() -> {
            exchange.connect(side);
            purge();
            probe();
        });
        sip.start(side);
        LOG.info("the exchange listens: SIP {} port {}, manager port {}", config.bind(), sipPort(), managerPort());
    }

    private static SipEndpoint openSip(PbxConfig config, PlatformLoop loop) {
        try {
            return SipEndpoint.open(config.bind(), config.sipPort(), Optional.empty(), Transport.UDP, loop);
        } catch (IOException e) {
            throw new PortBusy(config.sipPort(), "SIP", e);
        }
    }

    public int sipPort() {
        return sip.port();
    }

    public int managerPort() {
        return manager.port();
    }

    private void probe() {
        exchange.probeSilent();
        probe = loop.after(PROBE, this::probe);
    }

    private void purge() {
        for (String extension : registrar.purge())
            exchange.plan()
                    .extension(extension)
                    .map(exchange.devices()::deviceOf)
                    .ifPresent(exchange.devices()::refresh);
        purge = loop.after(PURGE, this::purge);
    }

    /** A BYE waits for the ACK of the call's 200 (RFC 3261 §15), which mostly is on its way. */
    private void farewell(CompletableFuture<Void> hungUp, int looks) {
        if (looks == 0 || !exchange.sip().awaitsAck()) hungUp.complete(null);
        else loop.after(LOOK, () -> farewell(hungUp, looks - 1));
    }

    /** Hangs up all calls and frees the ports. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        var hungUp = new CompletableFuture<Void>();
        loop.execute(() -> {
            purge.cancel();
            probe.cancel();
            exchange.hangUpAll();
            farewell(hungUp, MOST_LOOKS);
        });
        try {
            hungUp.get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("not all calls could be hung up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        manager.close();
        sip.close();
        relay.close();
        loop.close();
    }
}
