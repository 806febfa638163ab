package amends.app;

import amends.desktop.DesktopSettings;
import amends.desktop.EdtExecutor;
import amends.desktop.PostingWork;
import amends.desktop.look.Language;
import amends.desktop.shell.AgentWindow;
import amends.desktop.shell.OfficeWindow;
import amends.desktop.signin.SignInModel;
import amends.desktop.signin.SignInWindow;
import amends.kernel.StoreAvailability;
import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.staff.Permission;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk with its window: signs in, opens the desk, and ends when the window is closed. */
final class WindowedDesk {
    private static final Logger LOG = LoggerFactory.getLogger(WindowedDesk.class);
    private static final Duration FIRST_OPENING = Duration.ofSeconds(5);
    private final DeskSettings settings;
    private final Home home;
    private final DesktopSettings window;
    private final EdtExecutor screen = new EdtExecutor();
    private final Timekeeper time = Timekeeper.system();
    private final CountDownLatch ended = new CountDownLatch(1);

    private WindowedDesk(DeskSettings settings, Home home, DesktopSettings window) {
        this.settings = settings;
        this.home = home;
        this.window = window;
    }

    static int run(DeskSettings settings, Home home, WindowOptions options) throws Exception {
        var window = DesktopSettings.in(home.folder());
        boolean told = options.language != null || !settings.language().equals("system");
        if (told) window = window.speaking(Language.of(options.locale(settings.language())));
        new WindowedDesk(settings, home, window).run();
        return Exit.OK;
    }

    private void run() throws Exception {
        AudioDevices devices = ChosenSounds.of(settings.sound(), home.folder());
        try (var closing = new Closing()) {
            closing.atExitToo();
            if (devices instanceof AutoCloseable files) closing.with(files);
            var entrance = closing.with(Entrance.to(settings, home, time));
            entrance.shared().ifPresent(this::greetFirstPeople);
            StaffMember member = signIn(entrance.signIn());
            if (member == null) return;
            var store = entrance.storeOf(member);
            var vault = closing.with(VaultRoom.open(settings.recording().folder(), home, store, time));
            closing.with(HouseDuties.ofDesk(settings, home, store, time));
            if (Permission.TAKE_CALLS.isGivenTo(member)) {
                var desk = closing.with(Desk.open(settings, store, vault, member, devices, time));
                openWindow(desk, store, vault, devices);
            } else {
                openOffice(closing, member, new QualityRoom(store, vault), devices);
            }
            ended.await();
        }
    }

    /** A desk with a database of its own has people from the first start on, as soon as the database is there. */
    private void greetFirstPeople(StoreRoom store) {
        if (!settings.database().url().equals(home.databaseUrl())) return;
        store.database().awaitAvailable(FIRST_OPENING);
        store.database().onAvailability(now -> {
            if (now instanceof StoreAvailability.Available)
                Thread.ofVirtual().name("first-people").start(() -> addFirstPeople(store));
        });
    }

    private static void addFirstPeople(StoreRoom store) {
        try {
            FirstStart.people(store.staff(), store.database());
            store.knowledge().fill(store.database());
        } catch (StoreUnavailable | StoreRefused e) {
            LOG.warn("nobody can sign in yet", e);
        }
    }

    /** By the settings where they name a password, otherwise by asking. Null when the person gave up. */
    private StaffMember signIn(SignIn signIn) throws Exception {
        char[] configured = settings.signIn().password().reveal().toCharArray();
        if (configured.length > 0
                && signIn.signIn(settings.signIn().login(), configured) instanceof SignIn.Result.Welcome(var member))
            return member;
        var who = new CompletableFuture<StaffMember>();
        var shown = new CompletableFuture<SignInWindow>();
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var model = new SignInModel(signIn, new PostingWork(background, screen), who::complete);
            screen.execute(() -> {
                try {
                    shown.complete(
                            SignInWindow.open(model, window, settings.signIn().login(), () -> who.complete(null)));
                } catch (RuntimeException e) {
                    who.completeExceptionally(e);
                }
            });
            StaffMember member = who.get();
            screen.execute(() -> shown.thenAccept(SignInWindow::close));
            return member;
        }
    }

    /** Somebody without a phone gets a window without one. */
    private void openOffice(Closing closing, StaffMember member, QualityRoom quality, AudioDevices devices)
            throws Exception {
        var background = closing.with(Executors.newVirtualThreadPerTaskExecutor());
        var hooks = new WindowPorts.Hooks(call -> {}, outcome -> {}, ended::countDown);
        var ports = quality.office(member, devices, settings.homeRegion(), background, hooks);
        var open = new CompletableFuture<OfficeWindow>();
        screen.execute(() -> {
            try {
                open.complete(OfficeWindow.open(ports, window));
            } catch (RuntimeException e) {
                open.completeExceptionally(e);
            }
        });
        open.get();
    }

    /** @throws ExecutionException when the window cannot be opened: a desk that nobody sees must not take calls */
    private void openWindow(Desk desk, StoreRoom store, VaultRoom vault, AudioDevices devices) throws Exception {
        var open = new CompletableFuture<AgentWindow>();
        var ports = WindowPorts.of(
                desk,
                store,
                vault,
                devices,
                settings.homeRegion(),
                screen,
                new WindowPorts.Hooks(
                        call -> {}, outcome -> open.thenAccept(w -> w.refused(outcome)), ended::countDown));
        screen.execute(() -> {
            try {
                open.complete(AgentWindow.open(ports, window));
            } catch (RuntimeException e) {
                open.completeExceptionally(e);
            }
        });
        open.get();
    }
}
