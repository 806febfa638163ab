package amends.desktop.shell;

import amends.desktop.DesktopSettings;
import amends.desktop.FakeAnswers;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.knowledge.GalleryActs;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.knowledge.Article;
import amends.knowledge.SomeFiles;
import java.awt.EventQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Pictures and files of an article that is read in a call. */
final class AttachmentGallery {
    private record Scene(String name, Consumer<AgentWindow> does) {}

    private record Cutting(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("n1-files", AttachmentGallery::goThere),
            new Scene("n2-enlarged", AttachmentGallery::enlarge),
            new Scene("n3-away", w -> {}),
            new Scene("n4-unlisted", w -> {}));

    private AttachmentGallery() {}

    private static void goThere(AgentWindow window) {
        Places.named(window.frame().getContentPane(), "attachment.list").requestFocusInWindow();
    }

    private static void enlarge(AgentWindow window) {
        goThere(window);
        EventQueue.invokeLater(() -> GalleryActs.enlarge(window.models().answers()));
    }

    private static byte[] demo(String place) {
        try {
            return Files.readAllBytes(Path.of("kb-content").resolve(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(FakeDesk desk) {
        for (Article article : List.of(FakeAnswers.DOUBLE, FakeAnswers.ENGLISH)) {
            boolean english = article == FakeAnswers.ENGLISH;
            String steps = english
                    ? "en/pension/open/pension-open.files/three-steps.png"
                    : "zh-CN/pension/open/pension-open.files/three-steps.png";
            String back = "zh-CN/cards/activation/card-activation.files/card-back.png";
            String[] alt = english
                    ? new String[] {"Three steps: choose the card, the platform checks, done", "The back of the card"}
                    : new String[] {"三步：选卡，核对参保，开好了", "卡的背面：安全码在签名条旁"};
            desk.authors.attach(article.text(), english ? "three-steps.png" : "开户三步.png", alt[0], demo(steps));
            desk.authors.attach(article.text(), english ? "card-back.png" : "卡背面安全码.png", alt[1], demo(back));
            desk.authors.attach(
                    article.text(), english ? "refund-form.pdf" : "退款申请表.pdf", "", SomeFiles.text("%PDF-1.7\n"));
        }
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
                new Cutting(Language.ZH_CN, Theme.DARK, 1280, 800, 150));
    }

    private static void paint(Path folder, Scene scene, Cutting cut, String name) throws Exception {
        Path home = Files.createTempDirectory("gallery");
        var shown = new AtomicReference<AgentWindow>();
        var desk = new FakeDesk();
        EventQueue.invokeAndWait(() -> {
            desk.time.setWall(Instant.parse("2026-01-05T02:21:00Z"));
            desk.onAnOrdinaryMorning();
            fill(desk);
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
        EventQueue.invokeAndWait(() -> {
            WindowGallery.talks(desk);
            desk.authors.contents.away = scene.name().endsWith("away");
            desk.authors.articles.away = scene.name().endsWith("unlisted");
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> shown.get().models().answers().open());
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.does().accept(shown.get()));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            WindowGallery.shoot(shown.get().frame(), folder.resolve(name + ".png"));
            desk.time.pass(Duration.ofSeconds(1));
            shown.get().close();
        });
    }
}
