package amends.desktop.shell;

import amends.acd.AgentState;
import amends.acd.GuestSeen;
import amends.acd.VisitMode;
import amends.acd.VisitRefusal;
import amends.acd.VisitState;
import amends.desktop.DesktopSettings;
import amends.desktop.FakeCallbacks;
import amends.desktop.FakeDesk;
import amends.desktop.FakeSeat;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.desktop.team.TeamModel;
import amends.kernel.PhoneNumber;
import amends.knowledge.lucene.OpenccScript;
import amends.media.LineQuality;
import amends.media.MediaQuality;
import amends.recovery.ComplaintProgress;
import amends.recovery.Grievance;
import amends.recovery.Severity;
import amends.telephony.CallMarks;
import amends.telephony.MenuPath;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.swing.JFrame;

/**
 * Paints the window in every state, language, theme and size into a folder, to be looked at. Needs a display:
 * {@code xvfb-run -s "-screen 0 1920x1200x24" mvn test-compile exec:exec@gallery}.
 */
public final class WindowGallery {
    private record Scene(String name, Consumer<FakeDesk> plays, Consumer<AgentWindow> does) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("1-idle", d -> {}, w -> {}),
            new Scene("2-ringing", FakeDesk::ringsWhomWeOwe, w -> {}),
            new Scene("2-ringing-menus", WindowGallery::chose, w -> {}),
            new Scene("a-owes-nothing", WindowGallery::talks, w -> {}),
            new Scene("b-owes-talking", WindowGallery::owes, w -> {}),
            new Scene("c-owes-wrapup", WindowGallery::owesAtTheEnd, w -> {}),
            new Scene("3-talking", WindowGallery::talks, w -> {}),
            new Scene("4-wrapup", WindowGallery::wrapsUp, w -> {}),
            new Scene("5-unknown", WindowGallery::stranger, w -> {}),
            new Scene("6-recordings", d -> {}, WindowGallery::recordings),
            new Scene("7-trouble", WindowGallery::trouble, w -> {}),
            new Scene("9-held", WindowGallery::holds, w -> {}),
            new Scene(
                    "a-searching",
                    WindowGallery::talks,
                    w -> w.models().answers().typed("扣款")),
            new Scene("b-article", WindowGallery::talks, WindowGallery::reads),
            new Scene(
                    "c-used", WindowGallery::wrapsUp, w -> w.models().answers().toggleUsed()),
            new Scene(
                    "d-meant",
                    d -> d.answers.meant.put("壮帐限額", "转账限额"),
                    w -> w.models().answers().typed("壮帐限額")),
            new Scene("c-narrowed", WindowGallery::wrapsUp, WindowGallery::narrowed),
            new Scene("d-not-found", d -> {}, w -> w.models().answers().typed("zzz")),
            new Scene("10-team", WindowGallery::leads, w -> {}),
            new Scene("11-wall", WindowGallery::leads, w -> w.models().team().ifPresent(TeamModel::toggleWall)),
            new Scene("12-team-down", WindowGallery::losesTeam, w -> {}),
            new Scene("12-team-visit", WindowGallery::visits, w -> {}),
            new Scene("12-team-turned-away", WindowGallery::turnedAway, w -> {}),
            new Scene("b-hint", WindowGallery::hinted, w -> {}),
            new Scene("b-guest", WindowGallery::visited, w -> {}),
            new Scene("e1-callbacks", WindowGallery::callbacks, w -> {}),
            new Scene("e2-complaint", WindowGallery::talks, WindowGallery::complains),
            new Scene("e3-complaint-kept", WindowGallery::kept, w -> {}),
            new Scene("e4-callback-talk", WindowGallery::callsBack, w -> {}),
            new Scene("e5-callback-wrapup", WindowGallery::wrapsUpCallback, w -> {}),
            new Scene("e6-complaint-held", WindowGallery::held, w -> {}),
            new Scene("p1-two-calls", PhoneScenes::two, w -> {}),
            new Scene("p2-choosing", PhoneScenes::choosing, w -> w.rail().move().first()),
            new Scene("p3-moving", PhoneScenes::moving, w -> {}),
            new Scene("p4-failed", PhoneScenes::failed, w -> {}),
            new Scene("p5-conference", PhoneScenes::together, w -> {}),
            new Scene("p6-asked", PhoneScenes::asked, w -> {}),
            new Scene("p7-waiting", PhoneScenes::waiting, w -> {}),
            new Scene("p7-second", PhoneScenes::second, w -> {}),
            new Scene("p8-caller", d -> {}, w -> w.rail().chooseCaller()),
            new Scene("p8-caller-two", PhoneScenes::two, w -> {}),
            new Scene("p9-itself", d -> {}, w -> {}),
            new Scene("p9-itself-talk", PhoneScenes::byItself, w -> {}),
            new Scene("p9-text", PhoneScenes::written, w -> {}),
            new Scene("pa-colleague", PhoneScenes::colleague, w -> {}),
            new Scene("pb-telephone", desk -> {}, w -> {}),
            new Scene("pc-lost", PhoneScenes::lost, w -> {}),
            new Scene("q1-stays-call", WindowGallery::talks, AgentWindow::signOut),
            new Scene("q2-stays-writeup", WindowGallery::wrapsUp, AgentWindow::signOut),
            new Scene("8-second", WindowGallery::second, w -> w.rail().keypad().toggle()));

    private final Path folder;

    private WindowGallery(Path folder) {
        this.folder = folder;
    }

    /** @param args the folder, then words that a picture's name must hold to be painted, none for all */
    public static void main(String[] args) {
        // A window that is open keeps the program: whatever goes wrong in a scene, on whatever thread, ends it.
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> failed(e));
        try {
            paintAll(args);
            System.exit(0);
        } catch (Exception e) {
            failed(e);
        }
    }

    private static void failed(Throwable e) {
        e.printStackTrace();
        System.exit(1);
    }

    private static void paintAll(String[] args) throws Exception {
        if (GraphicsEnvironment.isHeadless()) throw new IllegalStateException("the gallery needs a display");
        var gallery = new WindowGallery(Path.of(args[0]));
        Files.createDirectories(gallery.folder);
        for (Cut cut : cuts())
            for (Scene scene : SCENES) {
                String name = name(scene, cut);
                boolean wanted = args.length == 1;
                for (int i = 1; i < args.length; i++) wanted |= name.contains(args[i]);
                if (wanted) gallery.paint(scene, cut, name);
            }
        SpeakGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        ProfileGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        InspectionGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        CustomersGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        CompensationGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        PromiseGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        ReportGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        AmendsGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        FlowGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        AheadGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        AuthorsGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        AttachmentGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
        SoundGallery.paint(gallery.folder, List.of(args).subList(1, args.length));
    }

    private static void narrowed(AgentWindow window) {
        window.models().answers().typed("账");
        java.awt.EventQueue.invokeLater(() -> java.awt.EventQueue.invokeLater(() -> {
            var answers = window.models().answers();
            amends.desktop.knowledge.GalleryActs.narrow(answers);
        }));
    }

    private static List<Cut> cuts() {
        return List.of(
                new Cut(Language.ZH_CN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.ZH_TW, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.ZH_TW, Theme.DARK, 1280, 800, 100),
                new Cut(Language.ZH_CN, Theme.DARK, 1280, 800, 100),
                new Cut(Language.EN, Theme.DARK, 1280, 800, 100),
                new Cut(Language.ZH_CN, Theme.LIGHT, 1920, 1080, 100),
                new Cut(Language.EN, Theme.DARK, 1920, 1080, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 150),
                new Cut(Language.ZH_CN, Theme.DARK, 1280, 800, 150),
                new Cut(Language.EN, Theme.LIGHT, 1920, 1080, 200));
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

    private void paint(Scene scene, Cut cut, String name) throws Exception {
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
            PhoneScenes.before(scene.name(), desk);
            if (scene.name().matches("1[012]-.*")) desk.leads();
            desk.answers.script = new OpenccScript();
            desk.seats = new FakeSeat();
            window.set(AgentWindow.open(desk.ports(), settings));
            desk.queuesTell();
            desk.session.becomes(new AgentState.Ready());
            desk.time.pass(Duration.ofSeconds(134));
        });
        settle();
        EventQueue.invokeAndWait(() -> {
            scene.plays().accept(desk);
            if (scene.name().startsWith("6")) window.get().centre().go(CentreView.Place.RECORDINGS);
            if (scene.name().matches("1[012]-.*")) window.get().centre().go(CentreView.Place.TEAM);
        });
        settle();
        EventQueue.invokeAndWait(() -> {
            scene.does().accept(window.get());
            desk.time.pass(Duration.ofSeconds(6));
            window.get().models().tick();
        });
        settle();
        EventQueue.invokeAndWait(() -> {
            if (scene.name().startsWith("6"))
                window.get().models().recordings().player().seek(70);
            shoot(window.get().frame(), name);
            if (scene.name().startsWith("3") || scene.name().startsWith("2")) {
                window.get().miniBar();
            }
        });
        settle();
        EventQueue.invokeAndWait(() -> {
            if (window.get().miniBarWindow().isVisible())
                shoot(window.get().miniBarWindow().frame(), name.replaceFirst("^", "mini-"));
            window.get().close();
        });
    }

    static void settle() throws Exception {
        for (int i = 0; i < 4; i++) {
            EventQueue.invokeAndWait(() -> {});
            Thread.sleep(60);
        }
    }

    private void shoot(JFrame frame, String name) {
        shoot(frame, folder.resolve(name + ".png"));
    }

    static void shoot(JFrame frame, Path to) {
        var picture = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        var g = picture.createGraphics();
        frame.paint(g);
        g.dispose();
        try {
            ImageIO.write(picture, "png", to.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void leads(FakeDesk desk) {}

    private static void losesTeam(FakeDesk desk) {
        desk.leads().loses("no connection to the manager protocol at 10.0.0.5:5038");
        desk.time.pass(Duration.ofSeconds(90));
    }

    private static void visits(FakeDesk desk) {
        desk.leads()
                .visiting
                .becomes(new VisitState(
                        Optional.of("1006"),
                        Optional.of(VisitMode.BARGE),
                        Optional.empty(),
                        Optional.of(desk.time.now().minusSeconds(95)),
                        Optional.empty()));
    }

    private static void turnedAway(FakeDesk desk) {
        desk.leads()
                .visiting
                .becomes(new VisitState(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(VisitRefusal.NOT_KEPT)));
    }

    private static void hinted(FakeDesk desk) {
        talks(desk);
        desk.hint = Optional.of(amends.media.TalkHint.CUSTOMER_MONOLOGUE);
    }

    private static void visited(FakeDesk desk) {
        talks(desk);
        desk.guests.publish(Optional.of(new GuestSeen("赵倩", FakeDesk.CALL.value(), VisitMode.WHISPER)));
    }

    private static void chose(FakeDesk desk) {
        desk.ringsWhomWeOwe();
        desk.phone.marks(FakeDesk.CALL, CallMarks.NONE.chosen(MenuPath.of("信用卡/账单与还款/重复扣款")));
    }

    static void talks(FakeDesk desk) {
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        var line =
                new LineQuality(4.2, 0.4, OptionalDouble.of(4.1), OptionalDouble.of(0.2), OptionalDouble.of(38), 6.1);
        desk.lines.put(FakeDesk.CALL, new MediaQuality.Line(Optional.of(line), false, true));
        desk.time.pass(Duration.ofSeconds(222));
    }

    private static void owes(FakeDesk desk) {
        desk.ringsWhomWeOwe();
        desk.phone.answer(FakeDesk.CALL);
        desk.lines.put(FakeDesk.CALL, new MediaQuality.Line(Optional.empty(), true, false));
        desk.time.pass(Duration.ofSeconds(42));
    }

    private static void owesAtTheEnd(FakeDesk desk) {
        owes(desk);
        desk.ends();
    }

    private static void wrapsUp(FakeDesk desk) {
        talks(desk);
        desk.ends();
    }

    private static void callbacks(FakeDesk desk) {
        Instant now = desk.time.now();
        desk.callbacks.shows(
                FakeCallbacks.task(1039, "排队 14 分钟未接通", "王建国", now.minusSeconds(7800), 1),
                FakeCallbacks.task(1042, "还款被重复扣款", "陈静", now.plusSeconds(5400), 0),
                FakeCallbacks.task(1045, "信用卡年费说明与柜台不一致，客户要求书面答复并致歉", "", now.plusSeconds(84600), 2),
                FakeCallbacks.task(1047, "invoice with the wrong name", "Anna Schmidt", now.plusSeconds(300000), 0));
    }

    private static void complains(AgentWindow window) {
        window.models().notes().typed(FakeDesk.CALL, "10/3 还款被扣了两笔，客户要求当天退回，并说明原因。");
        window.complain();
    }

    private static void kept(FakeDesk desk) {
        talks(desk);
        desk.complaints.open(
                FakeDesk.CALL,
                new Grievance(
                        "重复扣款",
                        "10/3 扣了两笔",
                        Severity.MODERATE,
                        Optional.of(new PhoneNumber(FakeDesk.NUMBER)),
                        Optional.empty(),
                        "王建国"));
        desk.complaints.keeps(FakeDesk.CALL, 1042);
    }

    private static void held(FakeDesk desk) {
        kept(desk);
        desk.complaints.tells(new ComplaintProgress.Held(FakeDesk.CALL));
        desk.ends();
    }

    private static void callsBack(FakeDesk desk) {
        callbacks(desk);
        talks(desk);
        desk.callbacks.isMade(FakeDesk.CALL);
    }

    private static void wrapsUpCallback(FakeDesk desk) {
        callsBack(desk);
        desk.ends();
    }

    private static void stranger(FakeDesk desk) {
        desk.strangerRings("anonymous", "");
        desk.phone.answer(FakeDesk.CALL);
    }

    private static void recordings(AgentWindow window) {
        var rows = window.models().recordings().rows();
        window.models().recordings().choose(rows.getFirst());
    }

    private static void reads(AgentWindow window) {
        window.models().answers().open();
        window.models().answers().toggleUsed();
    }

    private static void holds(FakeDesk desk) {
        talks(desk);
        desk.phone.mute(FakeDesk.CALL, true);
        desk.phone.hold(FakeDesk.CALL);
    }

    private static void second(FakeDesk desk) {
        talks(desk);
        desk.phone.mute(FakeDesk.CALL, true);
        desk.phone.rings("c2@pbx", "1002", "<html><b>Chen Jing, a colleague with a long display name");
    }

    private static void trouble(FakeDesk desk) {
        desk.line.becomes(new amends.telephony.LineState.Failing(
                amends.telephony.LineState.Problem.UNREACHABLE,
                "no answer from 10.0.0.5:5060",
                desk.time.now().plusSeconds(28)));
        desk.archive.databaseAway = true;
        desk.archive.soundTrouble = "no line to capture";
        desk.time.pass(Duration.ofSeconds(3));
    }
}
