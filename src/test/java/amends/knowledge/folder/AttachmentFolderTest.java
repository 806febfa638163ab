package amends.knowledge.folder;

import static org.assertj.core.api.Assertions.assertThat;

import amends.knowledge.Attachment;
import amends.knowledge.SomeFiles;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentFolderTest {
    @TempDir
    Path home;

    private Path folder;
    private Path files;

    @BeforeEach
    void open() throws IOException {
        folder = home.resolve("kb");
        files = folder.resolve("en/cards/a.files");
        Files.createDirectories(files);
    }

    private void article(String... attachments) throws IOException {
        Files.writeString(folder.resolve("en/cards/a.md"), """
                ---
                id: a
                language: en
                title: t
                category: cards
                attachments:
                %s
                ---
                The answer.
                """.formatted(String.join("\n", List.of(attachments))));
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(files.resolve(name), bytes);
    }

    private List<String> mistakes() throws IOException {
        ArticleFolder.Read read = ArticleFolder.read(folder);
        assertThat(read.sources()).isEmpty();
        return read.mistakes().stream().flatMap(String::lines).toList();
    }

    @Test
    void files_beside_an_article_are_its_own_in_the_order_in_which_it_names_them() throws IOException {
        put("b.png", SomeFiles.picture("png", 30, 20));
        put("a.txt", SomeFiles.text("100 元"));
        put(".DS_Store", new byte[] {0});
        article("  - file: b.png", "    alt: 安全码在背面", "  - {file: a.txt}");
        ArticleFolder.Read read = ArticleFolder.read(folder);
        assertThat(read.mistakes()).isEmpty();
        List<Attachment> all = read.sources().getFirst().text().attachments();
        assertThat(all).extracting(Attachment::name).containsExactly("b.png", "a.txt");
        assertThat(all.getFirst().alt()).isEqualTo("安全码在背面");
        assertThat(read.sources().getFirst().contents().of(all.getLast())).isEqualTo(SomeFiles.text("100 元"));
    }

    @Test
    void what_cannot_be_taken_is_named_with_its_line_and_the_article_is_not_read() throws IOException {
        put("large.png", new byte[Attachment.MOST_BYTES + 1]);
        put("page.html", SomeFiles.text("<html>"));
        put("bomb.png", SomeFiles.pngHead(60_000, 60_000));
        put("Plan.png", SomeFiles.picture("png", 2, 2));
        put("a b.png", SomeFiles.picture("png", 2, 2));
        put("left.png", SomeFiles.picture("png", 2, 2));
        article(
                "  - file: gone.png",
                "  - file: ../../../secret.png",
                "  - file: large.png",
                "  - file: page.html",
                "  - file: bomb.png",
                "  - file: Plan.png",
                "  - file: Plan.png",
                "  - file: a b.png",
                "  - alt: nothing");
        assertThat(mistakes())
                .anyMatch(m -> m.contains("en/cards/a.md:15") && m.contains("'attachments.file' is missing"));
        article(
                "  - file: gone.png",
                "  - file: ../../../secret.png",
                "  - file: large.png",
                "  - file: page.html",
                "  - file: bomb.png",
                "  - file: Plan.png",
                "  - file: Plan.png",
                "  - file: a b.png");
        assertThat(mistakes())
                .anyMatch(m -> m.contains("en/cards/a.md:7:1") && m.contains("gone.png is not in a.files"))
                .anyMatch(m -> m.contains("a.md:8:1") && m.contains("secret.png is not in a.files"))
                .anyMatch(m -> m.contains("a.md:9:1") && m.contains("large.png is larger than 5 MB"))
                .anyMatch(m -> m.contains("a.md:10:1") && m.contains("page.html holds markup"))
                .anyMatch(m -> m.contains("a.md:11:1") && m.contains("4096 pixels"))
                .anyMatch(m -> m.contains("a.md:13:1") && m.contains("differs by case alone"))
                .anyMatch(m -> m.contains("a.md:14:1") && m.contains("it should be called a-b.png"))
                .anyMatch(m -> m.contains("left.png lies in its folder of files and is not named"));
    }

    @Test
    void no_link_leads_out_of_the_folder() throws IOException {
        Path secret = Files.write(home.resolve("secret.png"), SomeFiles.picture("png", 2, 2));
        Files.createSymbolicLink(files.resolve("a.png"), secret);
        article("  - file: a.png");
        assertThat(mistakes()).anyMatch(m -> m.contains("a.png is a link or no file"));

        Files.delete(files.resolve("a.png"));
        Files.delete(files);
        Path other = Files.createDirectories(home.resolve("other"));
        Files.copy(secret, other.resolve("a.png"));
        Files.createSymbolicLink(files, other);
        assertThat(mistakes()).anyMatch(m -> m.contains("a.files should be a folder, and no link to one"));
    }

    @Test
    void what_lies_in_a_jar_is_had_after_the_jar_is_closed() throws IOException {
        byte[] picture = SomeFiles.picture("png", 30, 20);
        ArticleFolder.Read read;
        try (FileSystem jar = FileSystems.newFileSystem(home.resolve("a.jar"), Map.of("create", "true"))) {
            Path shipped = Files.createDirectories(jar.getPath("/kb/en/cards/a.files"));
            Files.write(shipped.resolve("b.png"), picture);
            article("  - file: b.png");
            Files.copy(folder.resolve("en/cards/a.md"), shipped.resolveSibling("a.md"));
            read = ArticleFolder.read(jar.getPath("/kb"));
        }
        assertThat(read.mistakes()).isEmpty();
        var source = read.sources().getFirst();
        assertThat(source.contents().of(source.text().attachments().getFirst())).isEqualTo(picture);
    }

    @Test
    void files_without_their_article_are_told() throws IOException {
        put("a.png", SomeFiles.picture("png", 2, 2));
        put("note.md", SomeFiles.text("x"));
        assertThat(mistakes()).singleElement().asString().contains("a.files").contains("no article beside it");
    }
}
