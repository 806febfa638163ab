package amends.desktop.shell;

import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The amends page with complaints and callbacks, as an agent and as a lead see it. */
final class AmendsGallery {
    private record Scene(String name, boolean lead, Consumer<AgentWindow> plays) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("20-complaints-lead", true, window -> {}),
            new Scene("21-complaints-mine", false, window -> key(window, "alt W")),
            new Scene("22-complaints-assess", false, window -> key(window, "alt A")),
            new Scene("23-complaints-refused", false, window -> {
                key(window, "alt H");
                window.models().complaintBoard().tick();
            }),
            new Scene("24-callbacks", true, window -> key(window, "alt 2")));

    private AmendsGallery() {}

    private static void key(AgentWindow window, String key) {
        window.centre().page().orElseThrow().pressed(javax.swing.KeyStroke.getKeyStroke(key));
    }

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
                new Cut(Language.EN, Theme.DARK, 1920, 1080, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 150));
    }

    private static String name(Scene scene, Cut cut) {
        return "%s-%s-%s-%d-%d"
                .formatted(
                        scene.name(),
                        cut.language().name().toLowerCase(Locale.ROOT),
                        cut.theme().name().toLowerCase(Locale.ROOT),
                        cut.width(),
                        cut.percent());
    }

    private static void paint(Path folder, Scene scene, Cut cut, String name) throws Exception {
        Path home = Files.createTempDirectory("gallery");
        var shown = new AtomicReference<AgentWindow>();
        EventQueue.invokeAndWait(() -> {
            var desk = new FakeDesk();
            desk.time.setWall(Instant.parse("2026-01-05T02:21:00Z"));
            desk.onAnOrdinaryMorning();
            desk.complaintOffice.ofAnOrdinaryWeek().seesAll = scene.lead();
            if (scene.lead()) desk.leads();
            var settings = DesktopSettings.in(home);
            settings.change(p -> new Preferences(
                    cut.language(),
                    cut.theme(),
                    cut.percent(),
                    Optional.of(new Preferences.Place(0, 0, cut.width(), cut.height())),
                    false,
                    Optional.empty(),
                    Map.of()));
            var window = AgentWindow.open(desk.ports(), settings);
            window.centre().go(CentreView.Place.AMENDS);
            shown.set(window);
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.plays().accept(shown.get()));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            WindowGallery.shoot(shown.get().frame(), folder.resolve(name + ".png"));
            shown.get().close();
        });
    }
}
