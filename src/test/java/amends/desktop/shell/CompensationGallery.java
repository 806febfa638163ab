package amends.desktop.shell;

import amends.compensation.FailureKind;
import amends.compensation.FairnessReport;
import amends.compensation.FairnessReport.Given;
import amends.desktop.DesktopPorts;
import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.recovery.Evidence.PromiseBroken;
import amends.recovery.Failure;
import amends.recovery.Severity;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Compensation in the window: the offers in a call, what became of them, the tab. */
final class CompensationGallery {
    private record Scene(String name, Consumer<FakeDesk> plays, Consumer<AgentWindow> does) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("k1-offers", CompensationGallery::owes, AgentWindow::offer),
            new Scene("k2-offers-stated", CompensationGallery::owes, CompensationGallery::states),
            new Scene("k3-offers-given", CompensationGallery::owes, w -> {
                w.offer();
                w.models().work().post(() -> w.models().offers().give(FakeDesk.CALL));
            }),
            new Scene("k4-offers-waiting", CompensationGallery::owes, w -> {
                states(w);
                asks(w);
            }),
            new Scene("k5-grants-tab", CompensationGallery::owes, w -> {
                states(w);
                asks(w);
                w.models().work().post(() -> {
                    w.centre().go(CentreView.Place.AMENDS);
                    w.models().amends().open("grants");
                });
            }),
            new Scene("k7-fairness", CompensationGallery::fair, w -> {
                w.centre().go(CentreView.Place.AMENDS);
                w.models().amends().open("fairness");
            }),
            new Scene("k6-offers-away", CompensationGallery::away, AgentWindow::offer));

    private CompensationGallery() {}

    static void paint(Path folder, List<String> words) throws Exception {
        for (Cut cut : cuts())
            for (Scene scene : SCENES) {
                String name = name(scene, cut);
                if (words.isEmpty() || words.stream().anyMatch(name::contains)) paint(folder, scene, cut, name);
            }
    }

    private static List<Cut> cuts() {
        return List.of(
                new Cut(Language.ZH_CN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.ZH_TW, Theme.DARK, 1280, 800, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.EN, Theme.DARK, 1920, 1080, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 150));
    }

    private static String name(Scene scene, Cut cut) {
        return "%s-%s-%s-%d-%d"
                .formatted(
                        scene.name(),
                        cut.language().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        cut.theme().name().toLowerCase(Locale.ROOT),
                        cut.width(),
                        cut.percent());
    }

    private static void owes(FakeDesk desk) {
        desk.amending.hasLearned("cash-10", "promise-broken", Severity.SEVERE, 14, 1.4);
        desk.amending.hasLearned("points-1000", "promise-broken", Severity.SEVERE, 9, 1.1);
        desk.amending.hasLearned("cash-30", "promise-broken", Severity.SEVERE, 6, 1.6);
        desk.ringsWhomWeOwe();
        desk.owing.owes(
                FakeDesk.CALL,
                Failure.of(
                        new PromiseBroken(new UUID(8, 8), desk.time.now().minus(Duration.ofHours(20))),
                        desk.time.now().minus(Duration.ofHours(20)),
                        Optional.of(FakeDesk.WANG.id()),
                        Optional.empty()));
        desk.phone.answer(FakeDesk.CALL);
        desk.time.pass(Duration.ofSeconds(130));
    }

    private static void fair(FakeDesk desk) {}

    /** Before the window is there: whoever sits here may see it. */
    private static void oversees(FakeDesk desk) {
        var random = new java.util.Random(4);
        var given = new java.util.ArrayList<Given>();
        String[] regions = {"上海", "杭州", "苏州"};
        for (int i = 0; i < 140; i++) {
            boolean severe = random.nextInt(3) == 0;
            var amount = new amends.kernel.Money(
                    severe ? 3000 : 1000 + 500 * random.nextInt(2), java.util.Currency.getInstance("CNY"));
            given.add(new Given(
                    amount,
                    new FailureKind(severe ? "promise-broken" : "long-wait"),
                    severe ? Severity.SEVERE : Severity.MODERATE,
                    i % 4 == 0 ? "EXPRESSIVE" : i % 4 == 3 ? "" : "RESERVED",
                    i % 14 == 0 ? "VIP" : i % 3 == 0 ? "GOLD" : "REGULAR",
                    i % 20 == 0 ? "" : regions[i % 3]));
        }
        desk.amending.oversight = Optional.of(
                new DesktopPorts.Oversight(since -> FairnessReport.of(given), desk.amending.auditing(desk.member)));
    }

    private static void away(FakeDesk desk) {
        owes(desk);
        desk.amending.away = true;
    }

    private static void asks(AgentWindow window) {
        window.models().work().post(() -> {
            window.models().offers().choose(FakeDesk.CALL, 4);
            window.models().offers().give(FakeDesk.CALL);
        });
    }

    private static void states(AgentWindow window) {
        window.offer();
        window.models().offers().state(FakeDesk.CALL, Optional.of(new FailureKind("wrong-charge")), Severity.SEVERE);
    }

    private static void paint(Path folder, Scene scene, Cut cut, String name) throws Exception {
        Path home = Files.createTempDirectory("gallery");
        var window = new AtomicReference<AgentWindow>();
        var desk = new FakeDesk();
        EventQueue.invokeAndWait(() -> {
            var settings = DesktopSettings.in(home);
            settings.change(p -> new Preferences(
                    cut.language(),
                    cut.theme(),
                    cut.percent(),
                    Optional.of(new Preferences.Place(0, 0, cut.width(), cut.height())),
                    false,
                    Optional.empty(),
                    Map.of()));
            desk.time.setWall(Instant.parse("2026-01-05T02:21:00Z"));
            desk.onAnOrdinaryMorning();
            if (scene.name().equals("k7-fairness")) oversees(desk);
            window.set(AgentWindow.open(desk.ports(), settings));
            desk.queuesTell();
            desk.session.becomes(new amends.acd.AgentState.Ready());
            desk.time.pass(Duration.ofSeconds(134));
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.plays().accept(desk));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.does().accept(window.get()));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            window.get().models().tick();
            WindowGallery.shoot(window.get().frame(), folder.resolve(name + ".png"));
            window.get().close();
        });
    }
}
