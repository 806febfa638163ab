package amends.app;

import amends.customer.PopState;
import amends.desktop.DesktopPorts;
import amends.desktop.DesktopSettings;
import amends.desktop.EdtExecutor;
import amends.desktop.shell.AgentWindow;
import amends.desktop.shell.OffscreenStage;
import amends.kernel.Timekeeper;
import amends.media.device.SilentDevices;
import amends.simulation.RingingExchange;
import amends.staff.LookLimit;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.LineState;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A whole desk with its window, and an exchange that only rings it, to see how long a profile takes. */
final class MeasuredDesk implements AutoCloseable {
    private static final Duration OPENS = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final int LONGEST_SECONDS = 20;
    /** A desk refuses more than twenty calls a second: that is a flood. */
    private static final Duration APART = Duration.ofMillis(100);

    private static final String PASSWORD = "measured";
    /**
     * A person who looks at customers like this bench is stopped; the bench is none. The limit is reckoned at every
     * look as always.
     */
    private static final List<LookLimit> NO_PERSON = List.of(
            new LookLimit(Integer.MAX_VALUE, Duration.ofMinutes(1)),
            new LookLimit(Integer.MAX_VALUE, Duration.ofHours(1)));

    private final Closing closing = new Closing();
    private final EdtExecutor screen = new EdtExecutor();
    private final Map<CallId, CompletableFuture<Long>> painted = new ConcurrentHashMap<>();
    private final boolean headless = GraphicsEnvironment.isHeadless();
    private final Timekeeper time;
    private final RingingExchange exchange;
    private final Desk desk;

    private MeasuredDesk(DeskSettings.Database where, Home home, Timekeeper time) throws Exception {
        this.time = time;
        exchange = closing.with(new RingingExchange(time));
        Files.writeString(home.settings(), """
                language: zh-CN
                home-region: CN
                sip: {server: 127.0.0.1, port: %d, user: "1001", password: %s}
                acd: {enabled: false}
                sound: {microphone: none, speaker: none, ringer: none}
                recording: {enabled: false, announce: false}
                survey: {enabled: false}
                """.formatted(exchange.port(), PASSWORD));
        var settings = DeskSettings.read(Optional.of(home.settings()), home);
        var store = closing.with(
                StoreRoom.open(where, settings.recovery(), NO_PERSON, home, InstallationName.of(home), time));
        if (!store.database().awaitAvailable(OPENS))
            throw new Trouble(Exit.UNAVAILABLE, where.url() + " does not answer.");
        FirstStart.people(store.staff(), store.database());
        var vault = closing.with(VaultRoom.open(settings.recording().folder(), home, store, time));
        var devices = new SilentDevices();
        desk = closing.with(Desk.open(settings, store, vault, agent(store), devices, time));
        var hooks = new WindowPorts.Hooks(this::painted, outcome -> {}, () -> {});
        var ports = WindowPorts.of(desk, store, vault, devices, settings.homeRegion(), screen, hooks);
        Runnable close = onScreen(() -> headless ? offscreen(ports) : window(ports, home));
        closing.with((AutoCloseable) () -> onScreen(() -> {
            close.run();
            return null;
        }));
        Await.until("the line", OPENS, () -> desk.phone.state() instanceof LineState.Registered);
    }

    static MeasuredDesk open(DeskSettings.Database where, Home home, Timekeeper time) throws Exception {
        return new MeasuredDesk(where, home, time);
    }

    private static StaffMember agent(StoreRoom store) {
        return store.staff().all().stream()
                .filter(Permission.TAKE_CALLS::isGivenTo)
                .findFirst()
                .orElseThrow(() -> new Trouble(Exit.USAGE, "Nobody in this database takes calls."));
    }

    private static Runnable window(DesktopPorts ports, Home home) {
        var window = AgentWindow.open(ports, DesktopSettings.in(home.folder()));
        return window::close;
    }

    private static Runnable offscreen(DesktopPorts ports) {
        var stage = OffscreenStage.open(ports);
        return stage::close;
    }

    private <T> T onScreen(Supplier<T> act) throws Exception {
        var done = new CompletableFuture<T>();
        screen.execute(() -> {
            try {
                done.complete(act.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(OPENS.toSeconds(), TimeUnit.SECONDS);
    }

    /** Told on the screen's thread after the painting; what was painted is on the display then. */
    private void painted(CallId call) {
        if (!headless) Toolkit.getDefaultToolkit().sync();
        waiting(call).complete(time.nanos());
    }

    private CompletableFuture<Long> waiting(CallId call) {
        return painted.computeIfAbsent(call, c -> new CompletableFuture<>());
    }

    /** Where the profile is painted, for people. */
    String painting() {
        return headless ? "off-screen: there is no display" : "in the window";
    }

    /**
     * Rings from this number, waits until the profile is painted, and hangs up.
     *
     * @return milliseconds from the INVITE to the painted profile
     */
    double pop(String number) throws Exception {
        var ringing = exchange.ring(number, "");
        var call = new CallId(ringing.callId());
        ringing.awaitRinging();
        long at = paintedAt(call);
        boolean known = onLoop(() -> desk.pop.of(call))
                .filter(s -> s instanceof PopState.Known)
                .isPresent();
        if (!known) throw new Trouble(Exit.FAILED, "the caller " + number + " was painted as unknown");
        ringing.hangUp();
        painted.remove(call);
        Await.until(
                "the call's end", QUIET, () -> onLoop(() -> desk.phone.calls().isEmpty()));
        LockSupport.parkNanos(ringing.sentAt() + APART.toNanos() - time.nanos());
        return (at - ringing.sentAt()) / 1e6;
    }

    private long paintedAt(CallId call) throws Exception {
        try {
            return waiting(call).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Trouble(
                    Exit.FAILED,
                    "after " + LONGEST_SECONDS + " s the profile is not painted; known of it: "
                            + onLoop(() -> desk.pop.of(call)) + "; the desk's calls: "
                            + onLoop(() -> desk.phone.calls()));
        }
    }

    private <T> T onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, desk.loop).join();
    }

    @Override
    public void close() {
        closing.close();
    }
}
