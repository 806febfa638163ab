package amends.app;

import amends.desktop.DesktopSettings;
import amends.desktop.EdtExecutor;
import amends.desktop.look.Language;
import amends.desktop.shell.AgentWindow;
import amends.desktop.shell.OfficeWindow;
import amends.kernel.StoreAvailability;
import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.staff.Permission;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk with its window: signs in, opens the desk, and ends when the window is closed. When a person signs out,
 * everything that was opened for them is closed, down to the database, and opened anew for whoever comes next: nothing
 * but the machine's sound and the window's manners (place, language, theme, size) is carried over.
 */
final class WindowedDesk {
    private static final Logger LOG = LoggerFactory.getLogger(WindowedDesk.class);
    private static final Duration FIRST_OPENING = Duration.ofSeconds(5);
    private final DeskSettings settings;
    private final Home home;
    private final DesktopSettings window;
    private final AudioDevices devices;
    private final EdtExecutor screen = new EdtExecutor();
    private final Timekeeper time = Timekeeper.system();

    WindowedDesk(DeskSettings settings, Home home, DesktopSettings window, AudioDevices devices) {
        this.settings = settings;
        this.home = home;
        this.window = window;
        this.devices = devices;
    }

    static int run(DeskSettings settings, Home home, WindowOptions options) throws Exception {
        var window = DesktopSettings.in(home.folder());
        boolean told = options.language != null || !settings.language().equals("system");
        if (told) window = window.speaking(Language.of(options.locale(settings.language())));
        AudioDevices devices = ChosenSounds.of(settings.sound(), home.folder());
        try (var closing = new Closing()) {
            closing.atExitToo();
            if (devices instanceof AutoCloseable files) closing.with(files);
            new WindowedDesk(settings, home, window, devices).run(closing);
        }
        return Exit.OK;
    }

    /** One person after the other, until a window is closed without signing out. @param house closed by the caller */
    void run(Closing house) throws Exception {
        Optional<Reception> reception = Optional.empty();
        do {
            var sitting = house.with(new Closing());
            boolean another = sit(sitting, reception);
            reception = another ? Optional.of(Reception.next(screen, time, window)) : Optional.empty();
            house.now(sitting);
        } while (reception.isPresent());
    }

    /**
     * @param sitting closed by the caller: everything that is opened for one person
     * @param reception where somebody is asked already, because another signed out
     * @return whether who sat here signed out
     */
    private boolean sit(Closing sitting, Optional<Reception> reception) throws Exception {
        reception.ifPresent(sitting::with);
        var entrance = sitting.with(Entrance.to(settings, home, time));
        entrance.shared().ifPresent(this::greetFirstPeople);
        Optional<StaffMember> member = signIn(Seating.at(entrance.signIn(), settings), sitting, reception);
        if (member.isEmpty()) return false;
        var seat = new OneSeat();
        open(sitting, entrance.storeOf(member.get()), member.get(), seat);
        return seat.awaitLeft();
    }

    private void open(Closing sitting, StoreRoom store, StaffMember member, OneSeat seat) throws Exception {
        var vault = sitting.with(VaultRoom.open(settings.recording().folder(), home, store, time));
        sitting.with(HouseDuties.ofDesk(settings, home, store, time));
        if (Permission.TAKE_CALLS.isGivenTo(member)) {
            var desk = sitting.with(Desk.open(settings, store, vault, member, devices, time));
            openWindow(desk, store, vault, seat);
        } else {
            openOffice(sitting, member, new QualityRoom(store, vault), seat);
        }
    }

    /** A desk with a database of its own has people from the first start on, as soon as the database is there. */
    private void greetFirstPeople(StoreRoom store) {
        if (!settings.database().url().equals(home.databaseUrl())) return;
        // Whoever the settings let in is one of them.
        if (store.database().awaitAvailable(FIRST_OPENING)) addPeople(store);
        store.database().onAvailability(now -> {
            if (now instanceof StoreAvailability.Available)
                Thread.ofVirtual().name("first-people").start(() -> {
                    addPeople(store);
                    fill(store);
                });
        });
    }

    private static void addPeople(StoreRoom store) {
        try {
            FirstStart.people(store.staff(), store.database());
        } catch (StoreUnavailable | StoreRefused e) {
            LOG.warn("nobody can sign in yet", e);
        }
    }

    private static void fill(StoreRoom store) {
        try {
            store.knowledge().fill(store.database());
        } catch (StoreUnavailable | StoreRefused e) {
            LOG.info("the shipped articles come with the next start: {}", e.toString());
        }
    }

    /** The first one by the settings where they name a password, everybody else by asking. Empty: given up. */
    private Optional<StaffMember> signIn(SignIn door, Closing sitting, Optional<Reception> reception) throws Exception {
        char[] configured = settings.signIn().password().reveal().toCharArray();
        if (reception.isEmpty()
                && configured.length > 0
                && door.signIn(settings.signIn().login(), configured) instanceof SignIn.Result.Welcome(var member))
            return Optional.of(member);
        Reception asking = reception.orElseGet(() -> sitting.with(
                Reception.first(screen, time, window, settings.signIn().login())));
        Optional<StaffMember> member = asking.ask(door);
        sitting.now(asking);
        return member;
    }

    /** Somebody without a phone gets a window without one. */
    private void openOffice(Closing sitting, StaffMember member, QualityRoom quality, OneSeat seat) throws Exception {
        var background = sitting.with(Executors.newVirtualThreadPerTaskExecutor());
        var hooks = new WindowPorts.Hooks(call -> {}, outcome -> {}, seat::left, seat);
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
    private void openWindow(Desk desk, StoreRoom store, VaultRoom vault, OneSeat seat) throws Exception {
        var open = new CompletableFuture<AgentWindow>();
        var hooks = new WindowPorts.Hooks(
                call -> {}, outcome -> open.thenAccept(w -> w.refused(outcome)), seat::left, seat);
        var ports = WindowPorts.of(desk, store, vault, devices, settings.homeRegion(), screen, hooks);
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
