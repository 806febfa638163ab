package amends.desktop.shell;

import amends.desktop.DesktopSettings;
import amends.desktop.FakeAuthors;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Phrasings;
import amends.knowledge.Recall;
import amends.knowledge.Recall.Way;
import java.awt.EventQueue;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
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
import javax.imageio.ImageIO;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** The page of authors, in its states. */
final class AuthorsGallery {
    private record Scene(String name, Consumer<AgentWindow> does) {}

    private record Cutting(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("60-authors-empty", w -> {}),
            new Scene("61-authors-edit", w -> choose(w, "fee-waiver")),
            new Scene("61-authors-aside", AuthorsGallery::aside),
            new Scene("61-authors-found", w -> find(w, "費用")),
            new Scene("62-authors-review", AuthorsGallery::reviews),
            new Scene("62-authors-read-only", w -> choose(w, "refund-days")),
            new Scene("62-authors-not-ready", AuthorsGallery::notReady),
            new Scene("63-authors-tasks", AuthorsGallery::task),
            new Scene("64-authors-tending", w -> key(w, "alt 3")),
            new Scene("65-authors-recalls", w -> key(w, "alt 4")),
            new Scene("66-authors-words", AuthorsGallery::words),
            new Scene("67-authors-figures", w -> key(w, "alt 6")));

    private AuthorsGallery() {}

    private static void choose(AgentWindow window, String slug) {
        window.models().authors().articles().choose(new ArticleId(slug, ArticleLanguage.ZH_CN));
        EventQueue.invokeLater(() -> click((JTable) Places.named(window.centre().panel(), "authors.table")));
    }

    private static void aside(AgentWindow window) {
        key(window, "ctrl N");
        ((JTextField) Places.named(window.centre().panel(), "authors.field.title")).setText("停车优惠还有吗");
        EventQueue.invokeLater(() -> {
            choose(window, "fee-waiver");
            EventQueue.invokeLater(() -> key(window, "ctrl L"));
        });
    }

    private static void find(AgentWindow window, String typed) {
        key(window, "ctrl L");
        ((JTextField) Places.named(window.centre().panel(), "authors.filter")).setText(typed);
    }

    /** On the chosen row, as somebody does who wants to see it. */
    private static void click(JTable table) {
        var at = table.getCellRect(table.getSelectedRow(), 0, true);
        table.dispatchEvent(new MouseEvent(
                table, MouseEvent.MOUSE_CLICKED, 0, 0, at.x + 5, at.y + 5, 1, false, MouseEvent.BUTTON1));
    }

    private static void notReady(AgentWindow window) {
        key(window, "ctrl N");
        ((JTextField) Places.named(window.centre().panel(), "authors.field.title")).setText("换卡要几天");
        ((JTextField) Places.named(window.centre().panel(), "authors.field.slug")).setText("card-renewal-days");
        ((JTextField) Places.named(window.centre().panel(), "authors.field.category")).setText("cards/renewal");
        EventQueue.invokeLater(() -> key(window, "ctrl ENTER"));
    }

    private static void reviews(AgentWindow window) {
        choose(window, "refund-days");
        EventQueue.invokeLater(() -> EventQueue.invokeLater(() -> key(window, "ctrl H")));
    }

    private static void words(AgentWindow window) {
        key(window, "alt 5");
        EventQueue.invokeLater(
                () -> ((javax.swing.JTable) Places.named(window.centre().panel(), "words.entries"))
                        .setRowSelectionInterval(0, 0));
    }

    private static void task(AgentWindow window) {
        key(window, "alt 2");
        EventQueue.invokeLater(
                () -> ((javax.swing.JTable) Places.named(window.centre().panel(), "authors.tasks"))
                        .setRowSelectionInterval(0, 0));
    }

    private static void key(AgentWindow window, String key) {
        window.centre().page().orElseThrow().pressed(KeyStroke.getKeyStroke(key));
    }

    private static byte[] picture() {
        var image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setPaint(
                new java.awt.GradientPaint(0, 0, new java.awt.Color(0x2D7DD2), 640, 360, new java.awt.Color(0x97CC04)));
        g.fillRect(0, 0, 640, 360);
        g.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phrasings learned() {
        return (Phrasings) Proxy.newProxyInstance(
                Phrasings.class.getClassLoader(),
                new Class<?>[] {Phrasings.class},
                (proxy, method, arguments) -> Map.of(
                        FakeAuthors.REFUND.id(),
                        List.of(
                                new LearnedPhrasing("退的钱怎么还没回来", 3),
                                new LearnedPhrasing("网购退货钱几天能到卡里", 2),
                                new LearnedPhrasing("商家说退了我没看到", 1))));
    }

    private static void fill(FakeDesk desk) {
        desk.authors.inAnOrdinaryMorning(desk.member.id());
        desk.authors.learned = learned();
        desk.authors.attach(
                desk.authors
                        .articles
                        .byId(new ArticleId("fee-waiver", ArticleLanguage.ZH_CN))
                        .orElseThrow()
                        .text(),
                "费用 表.png",
                "减免费用的三种情形",
                picture());
        var recall = new Recall(
                new UUID(70, 1),
                FakeAuthors.REFUND.id(),
                1,
                "退款实际要 5 个工作日，文章写成了 3 个",
                "【云杉银行】更正：您咨询的退款到账时间为5个工作日内，此前答复有误，深表歉意。",
                FakeAuthors.CHEN.id(),
                desk.time.now().minus(Duration.ofHours(2)));
        desk.authors.add(recall);
        Way[] ways = {Way.OWED, Way.OWED, Way.ON_CALL_LIST, Way.SMS_PUT_OUT, Way.SMS_WISHED, Way.UNREACHABLE};
        long[] contacts = {12, 34, 60 * 26, 60 * 24 * 9, 3, 4};
        for (int i = 0; i < ways.length; i++)
            desk.authors.wasUsed(new UUID(3, contacts[i]), desk.member.id(), 3 + 7 * i, ways[i]);
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
                new Cutting(Language.ZH_CN, Theme.LIGHT, 1280, 800, 150),
                new Cutting(Language.EN, Theme.DARK, 1280, 800, 150));
    }

    private static void paint(Path folder, Scene scene, Cutting cut, String name) throws Exception {
        Path home = Files.createTempDirectory("gallery");
        var shown = new AtomicReference<AgentWindow>();
        var desk = new FakeDesk();
        EventQueue.invokeAndWait(() -> {
            desk.time.setWall(Instant.parse("2026-01-05T02:21:00Z"));
            desk.onAnOrdinaryMorning();
            desk.leads();
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
            desk.time.pass(Duration.ofSeconds(10));
            shown.get().centre().go(CentreView.Place.KNOWLEDGE);
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.does().accept(shown.get()));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            WindowGallery.shoot(shown.get().frame(), folder.resolve(name + ".png"));
            shown.get().close();
        });
    }
}
