package amends.desktop.shell;

import amends.acd.AgentState;
import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.FakeFollowing;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
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

/** Flows, articles at hand and what can be done with one that is read. */
final class FlowGallery {
    private record Scene(String name, Consumer<FakeDesk> plays, Consumer<AgentWindow> does) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("f1-flow-list", FlowGallery::talks, w -> w.answers().flows()),
            new Scene("f2-flow-step", FlowGallery::talks, w -> walks(w, 0)),
            new Scene("f3-flow-promise", FlowGallery::talks, w -> walks(w, 0, 0)),
            new Scene("f4-flow-pause", FlowGallery::talks, w -> {
                walks(w, 0, 0, 1);
                EventQueue.invokeLater(
                        () -> EventQueue.invokeLater(() -> w.models().flows().act()));
            }),
            new Scene("f5-flow-end", FlowGallery::talks, w -> walks(w, 0, 1)),
            new Scene("f6-flow-goes-on", FlowGallery::colleague, w -> {
                w.models().tick();
                w.answers().flows();
            }),
            new Scene("f7-article-sent", FlowGallery::talks, w -> {
                w.models().answers().show(FakeFollowing.article("repayment-charged-twice", "还款被重复扣款"));
                EventQueue.invokeLater(() -> w.models().articleActs().send());
            }),
            new Scene(
                    "f8-at-hand", FlowGallery::atHand, w -> w.models().atHand().read(Language.ZH_CN)));

    private FlowGallery() {}

    /** @param answers the first is the row of the list */
    private static void walks(AgentWindow window, int row, int... answers) {
        var flows = window.models().flows();
        window.answers().flows();
        // Each is answered on the screen's thread a little later.
        EventQueue.invokeLater(() -> {
            flows.choose(row);
            flows.begin();
            EventQueue.invokeLater(() -> {
                for (int answer : answers) flows.answer(answer);
                window.answers().flowView().focus();
            });
        });
    }

    private static void talks(FakeDesk desk) {
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        desk.time.pass(Duration.ofSeconds(74));
    }

    private static void colleague(FakeDesk desk) {
        desk.following.begunByAColleague();
        talks(desk);
    }

    private static void atHand(FakeDesk desk) {
        desk.following.fresh.add(FakeFollowing.article("fee-interbank", "跨行转账手续费"));
        desk.following.favourites.add("card-lost-credit");
        desk.ahead.isAnOrdinaryMorning(desk.time.now());
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
            window.set(AgentWindow.open(desk.ports(), settings));
            desk.queuesTell();
            desk.session.becomes(new AgentState.Ready());
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
