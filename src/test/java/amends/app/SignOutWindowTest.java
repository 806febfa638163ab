package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.DesktopSettings;
import amends.desktop.UnderXvfb;
import amends.desktop.look.Language;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.media.device.SilentDevices;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.staff.AuditEntry;
import amends.staff.Permission;
import amends.staff.jdbc.JdbcAuditTrail;
import amends.staff.jdbc.JdbcStaff;
import java.awt.Component;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** One person leaves a desk to another who signs in, at a PBX over sockets: nothing of the first is left. */
@Isolated("it talks in real time")
class SignOutWindowTest extends UnderXvfb {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(25);
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final Closing house = new Closing();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private EmbeddedPbx pbx;
    private Home folder;

    @BeforeEach
    void open() throws Exception {
        pbx = EmbeddedPbx.start(
                PbxConfig.onLoopback(
                        List.of(new Extension("1001", "pw-1001", "Agent 1001")),
                        List.of(CallQueue.of("support", "800")),
                        List.of(new ManagerUser("cti", "amends-cti"))),
                Timekeeper.system());
        folder = Home.at(home.resolve("desk"));
        stored(database -> {
            FirstStart.people(new JdbcStaff(database), database);
            return null;
        });
        Files.writeString(folder.settings(), """
                language: en
                sip: {port: %d, user: "1001", password: pw-1001}
                acd: {port: %d}
                sign-in: {login: "1001", password: amends}
                """.formatted(pbx.sipPort(), pbx.managerPort()));
        DeskSettings settings = DeskSettings.read(Optional.of(folder.settings()), folder);
        DesktopSettings window = DesktopSettings.in(folder.folder()).speaking(Language.EN);
        var program = new WindowedDesk(settings, folder, window, new SilentDevices());
        Thread.ofPlatform().name("the program").start(() -> {
            try (house) {
                program.run(house);
                over.complete(null);
            } catch (Exception e) {
                over.completeExceptionally(e);
            }
        });
    }

    @AfterEach
    void close() {
        does(() -> shown().forEach(Window::dispose));
        house.close();
        pbx.close();
    }

    private static List<JFrame> shown() {
        return Arrays.stream(Window.getWindows())
                .filter(w -> w.isShowing() && w instanceof JFrame)
                .map(JFrame.class::cast)
                .toList();
    }

    private static <C extends Component> Optional<C> part(Class<C> kind, String name) {
        return shown().stream()
                .map(frame -> find(frame.getRootPane(), name))
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** As long as a desk that opens on a busy machine takes; whatever ends the program is told at once. */
    private void awaits(String what, BooleanSupplier so) throws Exception {
        Await.until(what, PATIENCE, LOOK, () -> {
            if (over.isCompletedExceptionally()) over.get();
            return onScreen(so::getAsBoolean);
        });
    }

    /** A database that is still being opened lets nobody in: Enter tries again. */
    private void awaitMember(String name) throws Exception {
        Await.until(name + " sits here", PATIENCE, LOOK, () -> {
            if (over.isCompletedExceptionally()) over.get();
            if (onScreen(SignOutWindowTest::isTurnedAway)) press(KeyEvent.VK_ENTER);
            return onScreen(() -> part(JMenu.class, "title.member")
                    .filter(menu -> menu.getText().startsWith(name))
                    .isPresent());
        });
        awaits("the window has the focus", () -> shown().getFirst().isFocused());
    }

    private static boolean isTurnedAway() {
        return part(JTextComponent.class, "signin.said")
                .filter(said -> said.getText().contains("does not answer"))
                .isPresent();
    }

    private void awaitReception() throws Exception {
        awaits(
                "somebody is asked who they are",
                () -> part(JTextComponent.class, "signin.login")
                        .filter(Component::isFocusOwner)
                        .isPresent());
        awaits(
                "there is a door",
                () -> part(Component.class, "signin.enter")
                        .filter(Component::isEnabled)
                        .isPresent());
    }

    private void signsIn(String login) {
        type(login);
        press(KeyEvent.VK_TAB);
        type(FirstStart.PASSWORD);
        press(KeyEvent.VK_ENTER);
    }

    /** The settings let them in, unless the database was not there in time. */
    private void theFirstIsIn() throws Exception {
        awaits(
                "somebody is in, or asked for",
                () -> part(JMenu.class, "title.member").isPresent()
                        || part(Component.class, "signin.password")
                                .filter(Component::isFocusOwner)
                                .isPresent());
        if (onScreen(() -> part(Component.class, "signin.password").isPresent())) {
            type(FirstStart.PASSWORD);
            press(KeyEvent.VK_ENTER);
        }
        awaitMember("李敏");
    }

    private void signsOut() {
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_Q);
    }

    /** Threads of ours that were not there before this test. */
    private Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(
                        name -> name.matches(
                                "(?i)(call-loop|media|duty|store|recording|smsc|manager|sip|jsip|hikari|flyway|db-|house|desk).*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void who_signs_out_leaves_nothing_and_is_not_let_in_again_by_the_settings() throws Exception {
        theFirstIsIn();
        assertThat(threads()).contains("call-loop");
        JFrame first = shown().getFirst();

        signsOut();
        awaitReception();
        assertThat(onScreen(() ->
                        part(JTextComponent.class, "signin.login").orElseThrow().getText()))
                .isEmpty();
        assertThat(first.isDisplayable()).isFalse();
        assertThat(threads()).doesNotContain("call-loop");

        signsIn("1004");
        awaitMember("周婷");
        signsOut();
        awaitReception();
        does(() -> shown().getFirst().dispatchEvent(new WindowEvent(shown().getFirst(), WindowEvent.WINDOW_CLOSING)));
        over.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        pbx.close();
        awaits("no thread is left", () -> threads().isEmpty());
        assertThat(audited()).containsExactly("李敏 signed in", "李敏 signed out", "周婷 signed in", "周婷 signed out");
    }

    /** While no desk has it open. */
    private <T> T stored(Function<Database, T> look) {
        var address = new DatabaseAddress(folder.databaseUrl(), "amends", "");
        try (var database = Database.open(address, Timekeeper.system())) {
            assertThat(database.awaitAvailable(PATIENCE)).isTrue();
            return look.apply(database);
        }
    }

    private List<String> audited() {
        return stored(database -> {
            var staff = new JdbcStaff(database);
            return new JdbcAuditTrail(database)
                    .latest(20).reversed().stream()
                            .filter(e -> e.act() == Permission.SIGN_IN)
                            .map(e -> name(staff, e) + " " + e.why())
                            .toList();
        });
    }

    private static String name(JdbcStaff staff, AuditEntry entry) {
        return staff.byId(entry.who()).orElseThrow().name();
    }
}
