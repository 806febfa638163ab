package amends.desktop.shell;

import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.media.Loudness;
import amends.media.SoundBoard.Answer;
import amends.media.SoundBoard.Levels;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The page of sound, in its states. */
final class SoundGallery {
    private record Scene(String name, Consumer<FakeDesk> desk, Consumer<AgentWindow> does) {}

    private record Cutting(Language language, Theme theme, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("70-sound", d -> {}, w -> {}),
            new Scene(
                    "71-sound-testing",
                    SoundGallery::loud,
                    w -> w.models().sound().tick()),
            new Scene("72-sound-refused", d -> d.sound.answer = Answer.IN_CALL, w -> {}),
            new Scene("73-sound-files", d -> d.sound.mayChoose = false, w -> {}));

    private static final List<Cutting> CUTS = List.of(
            new Cutting(Language.ZH_CN, Theme.LIGHT, 100),
            new Cutting(Language.ZH_TW, Theme.DARK, 100),
            new Cutting(Language.EN, Theme.LIGHT, 100),
            new Cutting(Language.EN, Theme.DARK, 150));

    private SoundGallery() {}

    private static void loud(FakeDesk desk) {
        desk.sound.levels = new Levels(new Loudness(-1.2, -9.4), new Loudness(-20, -31));
    }

    static void paint(Path folder, List<String> words) throws Exception {
        for (Cutting cut : CUTS)
            for (Scene scene : SCENES) {
                String name = "%s-%s-%s-%d"
                        .formatted(
                                scene.name(),
                                cut.language().name().toLowerCase(Locale.ROOT),
                                cut.theme().name().toLowerCase(Locale.ROOT),
                                cut.percent());
                if (words.isEmpty() || words.stream().anyMatch(name::contains)) paint(folder, scene, cut, name);
            }
    }

    private static void paint(Path folder, Scene scene, Cutting cut, String name) throws Exception {
        Path home = Files.createTempDirectory("gallery");
        var shown = new AtomicReference<AgentWindow>();
        var desk = new FakeDesk();
        EventQueue.invokeAndWait(() -> {
            desk.time.setWall(Instant.parse("2026-01-05T02:21:00Z"));
            desk.onAnOrdinaryMorning();
            scene.desk().accept(desk);
            var settings = DesktopSettings.in(home);
            settings.change(p -> new Preferences(
                    cut.language(),
                    cut.theme(),
                    cut.percent(),
                    Optional.of(new Preferences.Place(0, 0, 1280, 800)),
                    false,
                    Optional.empty(),
                    Map.of()));
            shown.set(AgentWindow.open(desk.ports(), settings));
            desk.queuesTell();
            desk.time.pass(Duration.ofSeconds(10));
            shown.get().sound();
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            var page = shown.get().centre().page().orElseThrow();
            if (!scene.name().equals("70-sound")) page.pressed(javax.swing.KeyStroke.getKeyStroke("ctrl ENTER"));
            scene.does().accept(shown.get());
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            WindowGallery.shoot(shown.get().frame(), folder.resolve(name + ".png"));
            shown.get().close();
        });
    }
}
