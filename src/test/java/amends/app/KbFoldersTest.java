package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Articles;
import amends.knowledge.Attachment;
import amends.knowledge.FileKind;
import amends.knowledge.SomeFiles;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcAttachmentContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in folders and at desks in turn. */
@Order(1) // It is long, and begins with the first.
class KbFoldersTest {
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.EN);
    private static final String FLOW = "en/flows/ask.yaml";

    @TempDir
    Path home;

    @TempDir
    Path both;

    private int kb(String name, Path... folders) {
        return Main.run(Stream.concat(
                        Stream.of("kb", name, "--home", home.toString()),
                        Stream.of(folders).map(Path::toString))
                .toArray(String[]::new));
    }

    private <T> T desk(Function<Articles, T> work) {
        try (Database database =
                Database.open(new DatabaseAddress(new Home(home).databaseUrl(), "amends", ""), Timekeeper.system())) {
            database.awaitAvailable(java.time.Duration.ofSeconds(60));
            return database.call(() -> work.apply(new JdbcArticles(database, Timekeeper.system())));
        }
    }

    private void mended(String from, String to) {
        desk(articles -> {
            ArticleText text = articles.byId(FEES).orElseThrow().text();
            return articles.publish(new ArticleText(
                    text.id(),
                    text.title(),
                    text.questions(),
                    text.category(),
                    text.tags(),
                    text.audience(),
                    text.validity(),
                    text.body().replace(from, to),
                    text.sms()));
        });
    }

    private int inUse() {
        return desk(articles -> articles.inUse().size());
    }

    private String body() {
        return desk(articles -> articles.byId(FEES).orElseThrow().text().body());
    }

    private static void change(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    /** Two articles and a flow that names one of them. */
    private Path hand() throws IOException {
        Path hand = both.resolve("hand");
        article(hand, "fees");
        article(hand, "loss");
        Files.createDirectories(hand.resolve(FLOW).getParent());
        Files.writeString(hand.resolve(FLOW), """
                id: ask
                language: en
                title: Asking
                kind: selling
                category: cards
                about: [fees]
                steps:
                  - {id: one, say: hello, ends: solved}
                """);
        return hand;
    }

    private static void article(Path folder, String slug) throws IOException {
        Path file = folder.resolve("en/cards/" + slug + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                ---
                id: %s
                language: en
                # a word for authors
                title: "%s"
                category: cards
                audience: agent
                ---

                What to say first.
                """.formatted(slug, slug));
    }

    @Test
    void an_export_to_a_second_folder_makes_the_first_one_neither_retire_nor_revert_anything() throws IOException {
        Path hand = hand();
        Path second = both.resolve("second");
        assertThat(kb("import", hand)).isZero();
        mended("first", "second");
        desk(articles -> articles.publish(own(articles)));
        assertThat(kb("export", second)).isZero();
        assertThat(kb("import", hand)).isZero();
        assertThat(body()).contains("second");
        assertThat(inUse()).isEqualTo(3);

        change(second.resolve("en/cards/fees.md"), "second", "third");
        Files.delete(second.resolve("en/cards/own.md"));
        assertThat(kb("import", second)).isZero();
        assertThat(kb("import", hand)).isZero();
        assertThat(body()).contains("third");
        assertThat(inUse()).isEqualTo(2);
    }

    private static ArticleText own(Articles articles) {
        ArticleText text = articles.byId(FEES).orElseThrow().text();
        return new ArticleText(
                new ArticleId("own", ArticleLanguage.EN),
                "Our own",
                text.questions(),
                text.category(),
                text.tags(),
                text.audience(),
                text.validity(),
                text.body(),
                text.sms());
    }

    @Test
    void what_says_the_same_stays_as_it_was_written_and_an_owner_named_in_the_folder_is_not_lost() throws IOException {
        Path hand = hand();
        Path fees = hand.resolve("en/cards/fees.md");
        change(fees, "\n", "\r\n");
        String windows = Files.readString(fees);
        assertThat(kb("import", hand)).isZero();
        assertThat(kb("export", hand)).isZero();
        assertThat(Files.readString(fees)).isEqualTo(windows);

        Path loss = hand.resolve("en/cards/loss.md");
        change(loss, "audience", "review-due: 2027-03-01\naudience");
        String due = Files.readString(loss);
        assertThat(kb("export", hand)).isNotZero();
        assertThat(Files.readString(loss)).isEqualTo(due);
        assertThat(kb("import", hand)).isZero();
        assertThat(kb("export", hand)).isZero();
        assertThat(Files.readString(loss)).isEqualTo(due);

        change(loss, "audience", "owner: nobody-here\naudience");
        assertThat(kb("import", hand)).isEqualTo(Exit.BAD_CONFIGURATION);
    }

    private static Map<String, String> tree(Path folder) throws IOException {
        var tree = new TreeMap<String, String>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList())
                tree.put(folder.relativize(file).toString(), Attachment.digest(Files.readAllBytes(file)));
        }
        return tree;
    }

    @Test
    void pictures_and_files_go_in_and_out_byte_for_byte_and_follow_their_article() throws IOException {
        Path hand = hand();
        Path fees = hand.resolve("en/cards/fees.md");
        Path files = hand.resolve("en/cards/fees.files");
        Files.createDirectories(files);
        Files.write(files.resolve("plan.png"), SomeFiles.picture("png", 20, 10));
        Files.writeString(files.resolve("rates.txt"), "a,b\r\n=1+1");
        change(
                fees,
                "audience: agent\n",
                "audience: agent\nattachments:\n  - file: rates.txt\n  - file: plan.png\n"
                        + "    alt: \"Where: the back\"\n");
        assertThat(kb("check", hand)).isZero();
        assertThat(kb("import", hand)).isZero();
        Path second = both.resolve("second");
        assertThat(kb("export", second)).isZero();
        Map<String, String> once = tree(second);
        assertThat(once.keySet()).contains("en/cards/fees.files/plan.png", "en/cards/fees.files/rates.txt");
        assertThat(tree(files)).isEqualTo(tree(second.resolve("en/cards/fees.files")));
        assertThat(kb("import", second)).isZero();
        assertThat(kb("export", second)).isZero();
        assertThat(tree(second)).isEqualTo(once);
        assertThat(version()).isEqualTo(1);

        Files.write(files.resolve("plan.png"), SomeFiles.picture("png", 21, 10));
        assertThat(kb("import", hand)).isZero();
        assertThat(version()).isEqualTo(2);
        desk(articles ->
                articles.publish(articles.byId(FEES).orElseThrow().text().with(java.util.List.of())));
        assertThat(kb("export", hand)).isZero();
        assertThat(Files.exists(files)).isFalse();
        assertThat(Files.readString(fees)).doesNotContain("attachments");

        Files.createDirectories(files);
        Files.writeString(files.resolve("evil.html"), "<html>");
        assertThat(kb("import", hand)).isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(version()).isEqualTo(3);
    }

    private Attachment held(String name, FileKind kind, byte[] bytes) {
        try (Database database =
                Database.open(new DatabaseAddress(new Home(home).databaseUrl(), "amends", ""), Timekeeper.system())) {
            database.awaitAvailable(java.time.Duration.ofSeconds(60));
            String digest = Attachment.digest(bytes);
            new JdbcAttachmentContents(database)
                    .put(digest, bytes, Optional.empty(), Timekeeper.system().now());
            return new Attachment(digest, name, kind, bytes.length, Optional.empty(), "");
        }
    }

    private void publish(ArticleId id, Attachment... files) {
        desk(articles -> articles.publish(articles.byId(id).orElseThrow().text().with(java.util.List.of(files))));
    }

    @Test
    void what_was_taken_under_earlier_rules_goes_out_and_in_with_a_warning_and_nowhere_else() throws IOException {
        Path hand = hand();
        assertThat(kb("import", hand)).isZero();
        publish(
                FEES,
                held("long.png", FileKind.PNG, SomeFiles.picture("png", 5000, 20)),
                held("form.pdf", FileKind.PDF, SomeFiles.text("%PDF-1.7 /JavaScript")));
        assertThat(kb("export", hand)).isZero();
        assertThat(kb("check", hand)).isZero();
        mended("first", "second");
        assertThat(kb("import", hand)).isZero();
        assertThat(kb("export", hand)).isZero();
        assertThat(body()).contains("second");

        publish(FEES, held("long.png", FileKind.PNG, SomeFiles.picture("png", 5000, 20)));
        assertThat(kb("export", hand)).isZero();
        assertThat(hand.resolve("en/cards/fees.files")).isDirectoryNotContaining("glob:**.pdf");
        Files.write(hand.resolve("en/cards/fees.files/long.png"), SomeFiles.picture("png", 5001, 20));
        assertThat(kb("check", hand)).isEqualTo(Exit.BAD_CONFIGURATION);
    }

    @Test
    void an_article_that_has_no_place_in_a_folder_keeps_no_other_from_being_written() throws IOException {
        assertThat(kb("import", hand())).isZero();
        Attachment gone = new Attachment("0".repeat(64), "gone.png", FileKind.PNG, 1, Optional.empty(), "");
        publish(FEES, gone);
        Path second = both.resolve("second");
        assertThat(kb("export", second)).isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(second.resolve("en/cards/fees.md")).doesNotExist();
        assertThat(second.resolve("en/cards/loss.md")).exists();
        assertThat(second.resolve(FLOW)).exists();
    }

    private int version() {
        return desk(articles -> articles.byId(FEES).orElseThrow().version());
    }

    @Test
    void a_flow_changed_in_the_folder_is_left_and_one_that_names_a_retired_article_hinders_nothing()
            throws IOException {
        Path hand = hand();
        assertThat(kb("import", hand)).isZero();
        change(hand.resolve(FLOW), "hello", "good morning");
        assertThat(kb("export", hand)).isNotZero();
        assertThat(Files.readString(hand.resolve(FLOW))).contains("good morning");
        assertThat(kb("import", hand)).isZero();

        desk(articles -> {
            articles.retire(FEES);
            return 0;
        });
        assertThat(kb("export", hand)).isZero();
        assertThat(hand.resolve("en/cards/fees.md")).doesNotExist();
        assertThat(kb("check", hand)).isZero();
        assertThat(kb("import", hand)).isZero();
        change(hand.resolve(FLOW), "[fees]", "[feez]");
        assertThat(kb("check", hand)).isEqualTo(Exit.BAD_CONFIGURATION);
    }

    @Test
    void a_file_that_is_the_same_by_another_name_is_not_removed_after_it_was_written() throws IOException {
        Path hand = hand();
        assertThat(kb("import", hand)).isZero();
        Files.move(hand.resolve("en/cards"), hand.resolve("en/Cards"));
        Files.createSymbolicLink(hand.resolve("en/cards"), Path.of("Cards"));
        mended("first", "second");
        assertThat(kb("export", hand)).isZero();
        assertThat(Files.readString(hand.resolve("en/Cards/fees.md"))).contains("second");
    }

    @Test
    void the_folder_one_stands_in_can_be_named_and_nothing_leads_out_of_it() {
        assertThat(KbExport.within(Path.of("."), "en/cards/fees.md"))
                .isEqualTo(Path.of("en/cards/fees.md").toAbsolutePath());
        assertThatThrownBy(() -> KbExport.within(Path.of("."), "../fees.md")).isInstanceOf(Trouble.class);
    }
}
