package amends.desktop.shell;

import amends.acd.AgentState;
import amends.customer.PersonalRecord;
import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.customers.CustomersGalleryActs;
import amends.desktop.customers.CustomersModel;
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

/** The customers page in its states. */
final class CustomersGallery {
    private record Scene(String name, List<Consumer<CustomersModel>> plays) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("c0-customers-start", List.of()),
            new Scene("c1-customers-found", CustomersGalleryActs.FINDS),
            new Scene("c2-customers-erase", CustomersGalleryActs.ERASES),
            new Scene("c3-customers-import", CustomersGalleryActs.IMPORTS),
            new Scene("c4-customers-duplicates", CustomersGalleryActs.PAIRS),
            new Scene("c5-customers-letters", CustomersGalleryActs.LETTERS));

    private CustomersGallery() {}

    static void paint(Path folder, List<String> words) throws Exception {
        for (Cut cut : cuts())
            for (Scene scene : SCENES) {
                String name = "%s-%s-%s-%d-%d"
                        .formatted(
                                scene.name(),
                                cut.language().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                cut.theme().name().toLowerCase(Locale.ROOT),
                                cut.width(),
                                cut.percent());
                if (words.isEmpty() || words.stream().anyMatch(name::contains)) paint(folder, scene, cut, name);
            }
    }

    private static List<Cut> cuts() {
        return List.of(
                new Cut(Language.ZH_CN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.ZH_TW, Theme.DARK, 1280, 800, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.EN, Theme.DARK, 1920, 1080, 100));
    }

    private static void paint(Path folder, Scene scene, Cut cut, String name) throws Exception {
        Path home = Files.createTempDirectory("gallery");
        var window = new AtomicReference<AgentWindow>();
        var desk = new FakeDesk();
        desk.customers.all = true;
        desk.customers.open = List.of(PersonalRecord.of("complaint", Instant.parse("2026-01-04T02:00:00Z"))
                .with("subject", "重复扣款"));
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
            window.set(AgentWindow.open(desk.ports(), settings));
            desk.session.becomes(new AgentState.Ready());
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> window.get().centre().go(CentreView.Place.CUSTOMERS));
        for (var act : scene.plays()) {
            EventQueue.invokeAndWait(() -> act.accept(window.get().models().customers()));
            WindowGallery.settle();
        }
        EventQueue.invokeAndWait(() -> {
            window.get().models().tick();
            WindowGallery.shoot(window.get().frame(), folder.resolve(name + ".png"));
            window.get().close();
        });
    }
}
