package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.pbx.EmbeddedPbx;
import amends.staff.SignIn;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.LineState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** One agent's whole desk but for its window, in this JVM: home, database, recordings, phone, distributor, voice. */
final class Seat implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);
    final StoreRoom store;
    final VaultRoom vault;
    final DeskSettings settings;
    final DemoVoice voice = new DemoVoice();
    final Desk desk;
    final DemoStage stage;
    private final Closing closing = new Closing();

    /** @param database a line of {@code amends.yaml}; empty: a file of the seat's own */
    Seat(Path folder, EmbeddedPbx pbx, String extension, String database) throws Exception {
        this(folder, extension, """
                sip: {port: %d, user: "%s", password: pw-%s}
                acd: {port: %d, after-call-seconds: 60}
                recording: {announce: false}
                sign-in: {login: "%s", password: amends}
                %s
                """.formatted(
                        pbx.sipPort(), extension, extension, pbx.managerPort(), extension, database));
    }

    /** @param yaml what {@code amends.yaml} says */
    Seat(Path folder, String extension, String yaml) throws Exception {
        var time = Timekeeper.system();
        Home home = Home.at(folder.resolve("seat-" + extension));
        Files.writeString(home.settings(), yaml);
        settings = DeskSettings.read(Optional.of(home.settings()), home);
        var entrance = closing.with(Entrance.to(settings, home, time));
        entrance.shared().ifPresent(Seat::furnish);
        var welcome = (SignIn.Result.Welcome) entrance.signIn().signIn(extension, FirstStart.PASSWORD.toCharArray());
        store = entrance.storeOf(welcome.member());
        vault = closing.with(VaultRoom.open(settings.recording().folder(), home, store, time));
        desk = closing.with(Desk.open(settings, store, vault, welcome.member(), voice, time));
        stage = new DemoStage(desk, closing.with(new PlatformLoop("screen-" + extension)), time);
    }

    private static void furnish(StoreRoom store) {
        assertThat(store.database().awaitAvailable(SOON)).isTrue();
        FirstStart.people(store.staff(), store.database());
        DemoPeople.store(store.customers(), store.failures(), store.database(), Timekeeper.system());
    }

    Seat ready() throws Exception {
        until("the registration", () -> stage.line() instanceof LineState.Registered);
        stage.onLoop(() -> desk.session.ready());
        until("being ready", () -> stage.state() instanceof amends.acd.AgentState.Ready);
        return this;
    }

    static void until(String what, Callable<Boolean> so) throws Exception {
        Await.until(what, SOON, so);
    }

    /** Waits for a call, answers it. */
    CallId answersCall() throws Exception {
        until("a ringing call", () -> stage.newest().isPresent());
        CallId call = stage.newest().orElseThrow();
        stage.onLoop(() -> desk.phone.answer(call));
        until("the call being established", () -> stage.is(call, ConnectionState.CONNECTED));
        return call;
    }

    @Override
    public void close() {
        closing.close();
    }
}
