package amends.app;

import amends.desktop.DesktopSettings;
import amends.desktop.EdtExecutor;
import amends.desktop.Seats;
import amends.desktop.look.Language;
import amends.desktop.shell.AgentWindow;
import amends.desktop.shell.OfficeWindow;
import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The window of one seat in the demo, and when it painted whose profile. */
final class DemoWindow {
    private static final Duration OPENS = Duration.ofSeconds(30);
    private final EdtExecutor screen = new EdtExecutor();
    private final Map<CallId, Double> painted = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Timekeeper time;
    private final Locale locale;
    private final Seats seats;

    DemoWindow(Locale locale, Timekeeper time) {
        this(locale, Seats.NONE, time);
    }

    /** @param seats that can be taken from this window */
    DemoWindow(Locale locale, Seats seats, Timekeeper time) {
        this.locale = locale;
        this.seats = seats;
        this.time = time;
    }

    /** Opens the window of who takes calls, and waits until it is there. @return what closes it */
    Runnable open(DemoHouse house, Desk desk, AudioDevices devices) throws Exception {
        var open = new CompletableFuture<AgentWindow>();
        var hooks = new WindowPorts.Hooks(
                call -> painted(desk, call),
                outcome -> open.thenAccept(w -> w.refused(outcome)),
                closed::countDown,
                seats);
        var ports = WindowPorts.of(
                desk, house.store(), house.vault(), devices, house.settings().homeRegion(), screen, hooks);
        var window = opened(open, () -> AgentWindow.open(ports, look(house)));
        return () -> screen.execute(window::close);
    }

    /** Opens the window of who takes none. @return what closes it */
    Runnable openOffice(DemoHouse house, StaffMember member, AudioDevices devices, Executor background)
            throws Exception {
        var hooks = new WindowPorts.Hooks(call -> {}, outcome -> {}, closed::countDown, seats);
        var ports = new QualityRoom(house.store(), house.vault())
                .office(member, devices, house.settings().homeRegion(), background, hooks);
        var window = opened(new CompletableFuture<>(), () -> OfficeWindow.open(ports, look(house)));
        return () -> screen.execute(window::close);
    }

    /** As it was left: the language that was asked for holds for the first window. */
    private DesktopSettings look(DemoHouse house) {
        var settings = DesktopSettings.in(house.home.folder());
        return locale == null ? settings : settings.speaking(Language.of(locale));
    }

    private <W> W opened(CompletableFuture<W> open, Supplier<W> opening) throws Exception {
        screen.execute(() -> {
            try {
                open.complete(opening.get());
            } catch (RuntimeException e) {
                open.completeExceptionally(e);
            }
        });
        return open.get(OPENS.toSeconds(), TimeUnit.SECONDS);
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
