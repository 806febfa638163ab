package amends.desktop.shell;

import amends.acd.AgentState;
import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.FakePromises;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.promise.Promise;
import amends.promise.PromiseEvent;
import amends.promise.PromiseGate.Answer;
import amends.promise.PromiseOwner;
import amends.promise.PromiseProgress;
import amends.promise.PromiseTally;
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
import javax.swing.text.JTextComponent;

/** Promises in the window: between calls, in a call, as the tab of an agent and of a lead. */
final class PromiseGallery {
    private record Scene(String name, boolean lead, Consumer<FakeDesk> plays, Consumer<AgentWindow> does) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("p1-promises-idle", false, PromiseGallery::mine, w -> {}),
            new Scene("p2-promise-form", false, PromiseGallery::talks, PromiseGallery::promises),
            new Scene("p3-promise-refused", false, PromiseGallery::talks, PromiseGallery::promisesTooMuch),
            new Scene("p4-promise-given", false, PromiseGallery::given, w -> {}),
            new Scene("p5-promises-mine", false, PromiseGallery::mine, PromiseGallery::tab),
            new Scene("p6-promises-lead", true, PromiseGallery::mine, PromiseGallery::tab),
            new Scene("p7-promises-found", true, PromiseGallery::found, w -> {
                tab(w);
                w.models().promises().find("K7Q2");
            }),
            new Scene("p8-promises-break", false, PromiseGallery::mine, w -> {
                tab(w);
                w.centre().page().orElseThrow().typed('b');
            }));

    private PromiseGallery() {}

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

    private static List<Promise> promises(FakeDesk desk) {
        Instant now = desk.time.now();
        FakePromises p = desk.promises;
        return List.of(
                p.promise(1, "K7Q2", "refund", "重复扣款退回", "王建国", now.minus(Duration.ofMinutes(95))),
                p.promise(2, "M3XD", "call-back", "核对两笔流水后回电", "陈静", now.plus(Duration.ofMinutes(40))),
                p.promise(3, "T9RH", "send", "补寄年费对账单到公司地址", "刘洋", now.plus(Duration.ofHours(6))),
                p.promise(4, "CW58", "look-into", "查询提前还款违约金的计算", "赵晓梅", now.plus(Duration.ofHours(26))));
    }

    private static void mine(FakeDesk desk) {
        desk.promises.shows(promises(desk).toArray(Promise[]::new));
    }

    private static void talks(FakeDesk desk) {
        mine(desk);
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        desk.time.pass(Duration.ofSeconds(222));
    }

    private static void given(FakeDesk desk) {
        talks(desk);
        desk.promises.tells(new PromiseProgress.Given(
                new UUID(27, 1),
                FakeDesk.CALL,
                desk.promises.promise(
                        1, "K7Q2", "refund", "重复扣款退回", "王建国", desk.time.now().plus(Duration.ofHours(6))),
                true));
        desk.promises.tells(new PromiseProgress.Held(new UUID(27, 2), FakeDesk.CALL));
    }

    private static void found(FakeDesk desk) {
        mine(desk);
        Promise promise = promises(desk).getFirst();
        desk.promises.answer = new Answer.Found(
                promise,
                List.of(
                        event(promise, PromiseEvent.Act.MADE, promise.made(), false, ""),
                        event(promise, PromiseEvent.Act.REMINDED, promise.remind(), false, ""),
                        event(
                                promise,
                                PromiseEvent.Act.HANDED_OVER,
                                promise.remind().plusSeconds(900),
                                false,
                                "李敏明天休假"),
                        event(promise, PromiseEvent.Act.FELL_DUE, promise.due().plusSeconds(120), true, "")));
    }

    private static PromiseEvent event(Promise promise, PromiseEvent.Act act, Instant at, boolean late, String words) {
        return new PromiseEvent(
                UUID.randomUUID(), promise.id(), act, at, Optional.empty(), late, Optional.empty(), words);
    }

    private static void promises(AgentWindow window) {
        window.models().notes().typed(FakeDesk.CALL, "10/3 扣了两笔，客户要求退回多扣的 268.00 元。\n退款：重复扣款退回");
        window.promise();
    }

    private static void promisesTooMuch(AgentWindow window) {
        promises(window);
        type(window, "promise.amount", "6800");
        type(window, "promise.due", "23:30");
        window.models().promising().keep(FakeDesk.CALL);
    }

    private static void type(AgentWindow window, String field, String text) {
        ((JTextComponent) Places.named(window.centre().panel(), field)).setText(text);
    }

    private static void tab(AgentWindow window) {
        window.centre().go(CentreView.Place.AMENDS);
        window.models().amends().open("promises");
        window.centre().page().orElseThrow().focus();
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
            if (scene.lead())
                desk.promises.overview(
                        promises(desk),
                        List.of(
                                new PromiseTally(new PromiseOwner.Person(desk.member.id()), 41, 3, 1, 1, 2, 3),
                                new PromiseTally(
                                        new PromiseOwner.Person(FakePromises.WANG_FANG.id()), 36, 1, 0, 0, 1, 2),
                                new PromiseTally(new PromiseOwner.Team("accounts"), 58, 9, 2, 3, 0, 7)));
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
