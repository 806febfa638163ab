package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many there are of something is said in English. */
class CountedTest {
    @TempDir
    Path folder;

    private void article(String slug, String category) throws IOException {
        Files.createDirectories(folder.resolve("en/cards"));
        Files.writeString(folder.resolve("en/cards/" + slug + ".md"), """
                ---
                id: %s
                language: en
                title: %s
                category: %s
                audience: agent
                ---

                What to say.
                """.formatted(slug, slug, category));
    }

    private String check() {
        var said = new StringWriter();
        var to = new PrintWriter(said, true);
        Main.line().setOut(to).setErr(to).execute("kb", "check", "--home", folder + "-home", folder.toString());
        return said.toString().strip();
    }

    @Test
    void one_of_them_is_one_and_none_and_two_are_several() {
        assertThat(Counted.of(1, "article")).isEqualTo("1 article");
        assertThat(Counted.of(2, "article")).isEqualTo("2 articles");
        assertThat(Counted.of(0, "article")).isEqualTo("0 articles");
        assertThat(Counted.of(1, "person", "people")).isEqualTo("1 person");
        assertThat(Counted.word(2, "was", "were")).isEqualTo("were");
    }

    @Test
    void a_folder_with_one_article_has_one_article() throws IOException {
        article("fees", "cards");
        assertThat(check()).endsWith("1 article, 0 flows and 0 everyday words, no mistakes");
        article("limits", "cards");
        assertThat(check()).endsWith("2 articles, 0 flows and 0 everyday words, no mistakes");
    }

    @Test
    void a_folder_with_one_mistaken_file_has_one_file_with_mistakes() throws IOException {
        article("fees", "no path!");
        assertThat(check()).contains("1 file with mistakes; nothing is imported.");
    }
}
