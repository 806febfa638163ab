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
import java.util.function.BiConsumer;

/** What is done before somebody complains: the list of calls, the plans, and what a call shows of them. */
final class AheadGallery {
    private record Scene(String name, BiConsumer<FakeDesk, AgentWindow> plays) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("40-care", (desk, window) -> {
                desk.ahead.isTaken(0, desk.member.id(), desk.time.now().plusSeconds(900));
                goToAmends(window);
                window.models().amends().open("care");
            }),
            new Scene("41-care-none", (desk, window) -> {
                desk.ahead.calls.clear();
                desk.ahead.leaving.clear();
                goToAmends(window);
                window.models().amends().open("care");
            }),
            new Scene("42-plans", (desk, window) -> {
                goToAmends(window);
                window.models().amends().open("plans");
            }),
            new Scene("43-plans-refused", (desk, window) -> {
                goToAmends(window);
                window.models().amends().open("plans");
                window.models().plans().writeNew();
                window.models().plans().save(window.models().plans().chosen().orElseThrow());
            }),
            new Scene("44-plan-rings", (desk, window) -> {
                desk.ringsWhomWeOwe();
                desk.ahead.matches(FakeDesk.CALL);
            }),
            new Scene("45-plan-talks", (desk, window) -> {
                desk.ringsWhomWeOwe();
                desk.ahead.matches(FakeDesk.CALL);
                window.models().phone().answer();
                desk.phone.farEndAnswers(FakeDesk.CALL);
                window.models().planFeed().answered(FakeDesk.CALL);
            }),
            new Scene("46-plan-idle", (desk, window) -> window.models().planFeed()));

    private AheadGallery() {}

    private static void goToAmends(AgentWindow window) {
        window.centre().goTo(window.centre().places().indexOf(CentreView.Place.AMENDS));
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
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.ZH_CN, Theme.DARK, 1920, 1080, 100),
                new Cut(Language.EN, Theme.DARK, 1280, 800, 150));
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
        var desk = new FakeDesk();
        EventQueue.invokeAndWait(() -> {
            desk.time.setWall(Instant.parse("2026-01-05T02:21:00Z"));
            desk.onAnOrdinaryMorning();
            desk.ahead.asLead = true;
            desk.ahead.isAnOrdinaryMorning(desk.time.now());
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
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.plays().accept(desk, shown.get()));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            WindowGallery.shoot(shown.get().frame(), folder.resolve(name + ".png"));
            shown.get().close();
        });
    }
}
