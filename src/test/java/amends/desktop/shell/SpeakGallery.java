package amends.desktop.shell;

import amends.acd.AgentState;
import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.kernel.Ids;
import amends.knowledge.lucene.OpenccScript;
import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.personality.Objection;
import java.awt.EventQueue;
import java.awt.Robot;
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
import javax.imageio.ImageIO;

/** How to speak to the caller, from ring to write-up, and what opens beside it. */
final class SpeakGallery {
    private record Scene(String name, Consumer<FakeDesk> plays, Consumer<AgentWindow> does) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("s1-speak-ringing", d -> rings(d, CustomerType.EXPRESSIVE), w -> {}),
            new Scene("s2-speak-reserved", d -> talks(d, CustomerType.RESERVED), w -> {}),
            new Scene(
                    "s3-speak-why",
                    SpeakGallery::disputed,
                    w -> w.centre().call().speak().why()),
            new Scene("s4-speak-ticks", d -> talks(d, CustomerType.EXPRESSIVE), SpeakGallery::ticks),
            new Scene("s5-speak-little", SpeakGallery::little, w -> {}),
            new Scene(
                    "s6-speak-wrapup",
                    d -> {
                        talks(d, CustomerType.EXPRESSIVE);
                        d.ends();
                    },
                    SpeakGallery::objects));

    private SpeakGallery() {}

    private static void rings(FakeDesk desk, CustomerType type) {
        desk.impressions.thinks(FakeDesk.WANG.id(), type);
        desk.ringsWhomWeOwe();
    }

    private static void talks(FakeDesk desk, CustomerType type) {
        rings(desk, type);
        desk.phone.answer(FakeDesk.CALL);
        desk.time.pass(Duration.ofSeconds(42));
    }

    private static void little(FakeDesk desk) {
        desk.impressions.knowsLittleOf(FakeDesk.WANG.id());
        desk.ringsWhomWeOwe();
        desk.phone.answer(FakeDesk.CALL);
    }

    private static void disputed(FakeDesk desk) {
        desk.impressions.thinks(
                FakeDesk.WANG.id(),
                CustomerType.EXPRESSIVE,
                new Objection(
                        Ids.next(),
                        FakeDesk.WANG.id(),
                        desk.member.id(),
                        Instant.parse("2025-12-12T06:20:00Z"),
                        CustomerType.RESERVED,
                        "当时是别人打来的"));
        desk.ringsWhomWeOwe();
        desk.phone.answer(FakeDesk.CALL);
    }

    private static void ticks(AgentWindow window) {
        window.models().ticks().toggle(FakeDesk.CALL, Behaviour.COMPLAINS_AT_ONCE);
        window.models().ticks().toggle(FakeDesk.CALL, Behaviour.ASKS_FOR_SUPERIOR);
        window.centre().call().speak().tick();
    }

    private static void objects(AgentWindow window) {
        window.models().ticks().toggle(FakeDesk.CALL, Behaviour.STAYS_POLITE);
        window.models().speak().object(FakeDesk.CALL, "这次通话听来不是这样");
    }

    static void paint(Path folder, List<String> words) throws Exception {
        for (Cut cut : List.of(
                new Cut(Language.ZH_CN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.EN, Theme.DARK, 1280, 800, 100),
                new Cut(Language.ZH_TW, Theme.LIGHT, 1920, 1080, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 150)))
            for (Scene scene : SCENES) {
                String name = "%s-%s-%s-%d-%d"
                        .formatted(
                                scene.name(),
                                cut.language().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                cut.theme().name().toLowerCase(Locale.ROOT),
                                cut.width(),
                                cut.percent());
                if (words.isEmpty() || words.stream().anyMatch(name::contains))
                    paint(scene, cut, folder.resolve(name + ".png"));
            }
    }

    private static void paint(Scene scene, Cut cut, Path to) throws Exception {
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
            desk.answers.script = new OpenccScript();
            window.set(AgentWindow.open(desk.ports(), settings));
            desk.session.becomes(new AgentState.Ready());
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.plays().accept(desk));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            scene.does().accept(window.get());
            window.get().models().tick();
        });
        WindowGallery.settle();
        // What opens is a window of its own: only the screen has it.
        var frame = window.get().frame();
        ImageIO.write(new Robot().createScreenCapture(frame.getBounds()), "png", to.toFile());
        EventQueue.invokeAndWait(window.get()::close);
    }
}
