package amends.desktop.shell;

import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.inspection.InspectionModel;
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
import javax.swing.JFrame;

/** The inspector's page, in a window of its own and in a lead's, in its states. */
final class InspectionGallery {
    private record Scene(String name, boolean lead, Consumer<Page> plays) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    /** A window that shows the page. */
    private record Page(FakeDesk desk, JFrame frame, InspectionModel model, Runnable close) {
        void choose(int row) {
            model.choose(model.rows().get(row));
        }

        void types(String keys) {
            for (char key : keys.toCharArray()) model.sheet().typed(key);
        }

        void key(String key) {
            var component = frame.getContentPane();
            var stroke = javax.swing.KeyStroke.getKeyStroke(key);
            var event = new java.awt.event.KeyEvent(
                    component,
                    java.awt.event.KeyEvent.KEY_PRESSED,
                    0,
                    stroke.getModifiers(),
                    stroke.getKeyCode(),
                    java.awt.event.KeyEvent.CHAR_UNDEFINED);
            java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager().dispatchEvent(event);
        }
    }

    private static final List<Scene> SCENES = List.of(
            new Scene("10-quality-first", false, page -> {}),
            new Scene("11-quality-filling", false, InspectionGallery::fills),
            new Scene("12-quality-reveal", false, page -> {
                fills(page);
                page.key("ctrl U");
            }),
            new Scene("13-quality-kept", false, page -> {
                fills(page);
                page.types("022201");
                page.key("ctrl ENTER");
            }),
            new Scene("14-quality-lead", true, InspectionGallery::fills),
            new Scene("15-quality-broken", false, page -> {
                page.desk().archive.sounds.clear();
                page.desk().archive.databaseAway = true;
                page.choose(1);
            }));

    private static void fills(Page page) {
        page.types("11111-2");
        page.model().player().seek(41);
        page.key("M");
        page.model().player().seek(95);
        page.key("M");
        page.model().player().seek(70);
    }

    private InspectionGallery() {}

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
                new Cut(Language.ZH_TW, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.EN, Theme.DARK, 1280, 800, 100),
                new Cut(Language.ZH_CN, Theme.DARK, 1920, 1080, 100),
                new Cut(Language.EN, Theme.LIGHT, 1920, 1080, 100),
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
        var shown = new AtomicReference<Page>();
        EventQueue.invokeAndWait(() -> {
            var desk = new FakeDesk();
            desk.time.setWall(Instant.parse("2026-01-05T02:21:00Z"));
            desk.onAnOrdinaryMorning();
            var settings = DesktopSettings.in(home);
            settings.change(p -> new Preferences(
                    cut.language(),
                    cut.theme(),
                    cut.percent(),
                    Optional.of(new Preferences.Place(0, 0, cut.width(), cut.height())),
                    false,
                    Optional.empty(),
                    Map.of()));
            shown.set(scene.lead() ? lead(desk, settings) : office(desk, settings));
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            if (!scene.name().contains("first")) shown.get().choose(0);
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.plays().accept(shown.get()));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            shown.get().model().tick();
            WindowGallery.shoot(shown.get().frame(), folder.resolve(name + ".png"));
            shown.get().close().run();
        });
    }

    private static Page office(FakeDesk desk, DesktopSettings settings) {
        var window = OfficeWindow.open(desk.office(), settings);
        return new Page(desk, window.frame(), window.inspection(), window::close);
    }

    private static Page lead(FakeDesk desk, DesktopSettings settings) {
        desk.leads();
        var window = AgentWindow.open(desk.ports(), settings);
        desk.queuesTell();
        window.centre().goTo(1);
        return new Page(desk, window.frame(), window.models().inspection().orElseThrow(), window::close);
    }
}
