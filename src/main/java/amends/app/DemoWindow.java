package amends.app;

import amends.desktop.DesktopSettings;
import amends.desktop.EdtExecutor;
import amends.desktop.look.Language;
import amends.desktop.shell.AgentWindow;
import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** The agent's window in the demo, and when it painted whose profile. */
final class DemoWindow {
    private static final Duration OPENS = Duration.ofSeconds(30);
    private final EdtExecutor screen = new EdtExecutor();
    private final Map<CallId, Double> painted = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Timekeeper time;
    private final Locale locale;

    DemoWindow(Locale locale, Timekeeper time) {
        this.locale = locale;
        this.time = time;
    }

    /** Opens the window and waits until it is there. */
    void open(DemoHouse house, Desk desk, AudioDevices devices) throws Exception {
        var open = new CompletableFuture<AgentWindow>();
        var settings = DesktopSettings.in(house.home.folder()).speaking(Language.of(locale));
        var ports = WindowPorts.of(
                desk,
                house.store(),
                house.vault(),
                devices,
                house.settings().homeRegion(),
                screen,
                new WindowPorts.Hooks(
                        call -> painted(desk, call),
                        outcome -> open.thenAccept(w -> w.refused(outcome)),
                        closed::countDown));
        screen.execute(() -> {
            try {
                open.complete(AgentWindow.open(ports, settings));
            } catch (RuntimeException e) {
                open.completeExceptionally(e);
            }
        });
        open.get(OPENS.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    }

    private void painted(Desk desk, CallId call) {
        var now = time.now();
        desk.loop.execute(() -> desk.phone.calls().stream()
                .filter(c -> c.id().equals(call))
                .forEach(c -> painted.putIfAbsent(
                        call, Duration.between(c.began(), now).toNanos() / 1e6)));
    }

    /** From the call's INVITE to its profile on the screen; empty while it is not there. */
    Optional<Double> paintedMillis(CallId call) {
        return Optional.ofNullable(painted.get(call));
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }
}
