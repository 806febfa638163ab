package amends.desktop.shell;

import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.report.Cut;
import amends.report.Figure;
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

/** The page of reports and the suggestions, in their states. */
final class ReportGallery {
    private record Scene(String name, boolean lead, Consumer<FakeDesk> plays, Consumer<AgentWindow> does) {}

    private record Cutting(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("20-report-figures", true, d -> {}, w -> choose(w, Figure.FIRST_CONTACT, Cut.TIER)),
            new Scene("21-report-lift", true, d -> {}, w -> choose(w, Figure.LIFT, Cut.BRANCH)),
            new Scene("22-report-weak", true, d -> {}, w -> key(w, "alt 2")),
            new Scene("23-report-improvements", true, d -> {}, ReportGallery::improves),
            new Scene("24-report-agent", false, d -> {}, w -> choose(w, Figure.COST, Cut.CHANNEL)),
            new Scene("25-report-away", false, d -> d.reports.away = true, w -> {}),
            new Scene("26-report-empty", false, d -> d.reports.empty = true, w -> {}),
            new Scene("28-cases", true, d -> d.reports.cases.inAnOrdinaryMorning(), ReportGallery::cases),
            new Scene("27-improve-form", false, d -> {}, ReportGallery::suggests));

    private ReportGallery() {}

    private static void choose(AgentWindow window, Figure figure, Cut cut) {
        window.models().reports().orElseThrow().choose(figure);
        window.models().reports().orElseThrow().cutBy(cut);
    }

    private static void improves(AgentWindow window) {
        key(window, "alt 3");
        window.models().improvements().choose(new UUID(40, 1));
    }

    private static void cases(AgentWindow window) {
        window.centre().go(CentreView.Place.AMENDS);
        window.models().amends().open("cases");
        var cases = window.models().cases().orElseThrow();
        cases.load();
        EventQueue.invokeLater(() -> cases.choose(cases.lines().getFirst()));
    }

    private static void suggests(AgentWindow window) {
        window.improve();
        window.models().improvements().typed("报表里按产品分组，就能看出哪张卡的问题最多。");
        window.models().improvements().leave();
        window.improve();
    }

    private static void key(AgentWindow window, String key) {
        var component = window.frame().getContentPane();
        var stroke = javax.swing.KeyStroke.getKeyStroke(key);
        java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager()
                .dispatchEvent(new java.awt.event.KeyEvent(
                        component,
                        java.awt.event.KeyEvent.KEY_PRESSED,
                        0,
                        stroke.getModifiers(),
                        stroke.getKeyCode(),
                        java.awt.event.KeyEvent.CHAR_UNDEFINED));
    }

    static void paint(Path folder, List<String> words) throws Exception {
        for (Cutting cut : cuts())
            for (Scene scene : SCENES) {
                String name = "%s-%s-%s-%d-%d"
                        .formatted(
                                scene.name(),
                                cut.language().name().toLowerCase(Locale.ROOT),
                                cut.theme().name().toLowerCase(Locale.ROOT),
                                cut.width(),
                                cut.percent());
                if (words.isEmpty() || words.stream().anyMatch(name::contains)) paint(folder, scene, cut, name);
            }
    }

    private static List<Cutting> cuts() {
        return List.of(
                new Cutting(Language.ZH_CN, Theme.LIGHT, 1280, 800, 100),
                new Cutting(Language.ZH_TW, Theme.DARK, 1280, 800, 100),
                new Cutting(Language.EN, Theme.DARK, 1280, 800, 100),
                new Cutting(Language.EN, Theme.LIGHT, 1920, 1080, 100),
                new Cutting(Language.ZH_CN, Theme.LIGHT, 1280, 800, 150));
    }

    private static void paint(Path folder, Scene scene, Cutting cut, String name) throws Exception {
        Path home = Files.createTempDirectory("gallery");
        var shown = new AtomicReference<AgentWindow>();
        var desk = new FakeDesk();
        EventQueue.invokeAndWait(() -> {
            desk.time.setWall(Instant.parse("2026-01-05T02:21:00Z"));
            desk.onAnOrdinaryMorning();
            if (scene.lead()) desk.leads();
            desk.reports.inAnOrdinaryMorning(desk.member.id(), new UUID(1, 1003));
            desk.reports.folder = home;
            scene.plays().accept(desk);
            var settings = DesktopSettings.in(home);
            settings.change(p -> new Preferences(
                    cut.language(),
                    cut.theme(),
                    cut.percent(),
                    Optional.of(new Preferences.Place(0, 0, cut.width(), cut.height())),
                    false,
                    Optional.empty(),
                    Map.of()));
            shown.set(AgentWindow.open(desk.ports(), settings));
            desk.queuesTell();
            desk.time.pass(Duration.ofSeconds(10));
            shown.get().centre().go(CentreView.Place.REPORTS);
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.does().accept(shown.get()));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            shown.get().models().tick();
            WindowGallery.shoot(shown.get().frame(), folder.resolve(name + ".png"));
            shown.get().close();
        });
    }
}
