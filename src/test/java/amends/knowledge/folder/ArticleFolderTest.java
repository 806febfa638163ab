package amends.knowledge.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFolderTest {
    @TempDir
    Path folder;

    private void write(String file, String id, String language) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, """
                ---
                id: %s
                language: %s
                title: t
                category: cards
                ---
                The answer.
                """.formatted(id, language));
    }

    @Test
    void articles_are_read_and_notes_beside_them_are_not() throws IOException {
        write("en/cards/a.md", "a", "en");
        write("zh-CN/cards/a.md", "a", "zh-CN");
        Files.writeString(folder.resolve("README.md"), "for authors");

        ArticleFolder.Read read = ArticleFolder.read(folder);
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.sources()).extracting(s -> s.text().id().toString()).containsExactly("en/a", "zh-CN/a");
    }

    @Test
    void mistakes_of_all_files_are_collected() throws IOException {
        write("en/cards/a.md", "b", "en");
        write("en/cards/c.md", "c", "zh-CN");
        write("en/cards/d.md", "d", "en");
        write("en/other/d.md", "d", "en");
        Files.write(folder.resolve("en/cards/e.md"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        ArticleFolder.Read read = ArticleFolder.read(folder);
        assertThat(read.sources()).hasSize(1);
        assertThat(read.mistakes())
                .satisfiesExactly(
                        m -> assertThat(m).contains("a.md").contains("should be called b.md"),
                        m -> assertThat(m).contains("c.md").contains("its language is zh-CN"),
                        m -> assertThat(m).contains("e.md").contains("is not UTF-8 text"),
                        m -> assertThat(m).contains("d.md").contains("is also in"));
    }
}
