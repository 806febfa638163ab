package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import does where a folder holds less than it did. */
class KbImportTest {
    private static final String FLOW = "en/flows/flow-ask.yaml";

    @TempDir
    Path home;

    @TempDir
    Path folders;

    private String said = "";

    private int kb(String name, Object... arguments) {
        var out = new StringWriter();
        int code = Main.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(Stream.concat(
                                Stream.of("kb", name, "--home", home.toString()),
                                Stream.of(arguments).map(Object::toString))
                        .toArray(String[]::new));
        said = out.toString();
        return code;
    }

    private static void article(Path folder, String slug, String answer) throws IOException {
        Path file = folder.resolve("en/cards/" + slug + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                ---
                id: %s
                language: en
                title: %s
                category: cards
                audience: agent
                ---

                %s
                """.formatted(slug, slug, answer));
    }

    /** Six articles and a flow. */
    private Path whole() throws IOException {
        Path whole = folders.resolve("whole");
        for (int i = 0; i < 6; i++) article(whole, "matter-" + i, "What to say.");
        Files.createDirectories(whole.resolve(FLOW).getParent());
        Files.writeString(whole.resolve(FLOW), """
                id: flow-ask
                language: en
                title: Asking
                kind: solving
                category: cards
                about: [matter-0]
                steps:
                  - {id: one, say: hello, ends: solved}
                """);
        return whole;
    }

    /** Into another folder: what is in use, and only that. */
    private long inUse(String into) throws IOException {
        Path folder = folders.resolve(into);
        assertThat(kb("export", folder)).isZero();
        try (Stream<Path> all = Files.walk(folder.resolve("en"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void what_is_taken_out_of_the_whole_is_retired_and_a_small_folder_retires_nothing_unless_somebody_says_so()
            throws IOException {
        Path whole = whole();
        assertThat(kb("import", whole, "--preview")).isZero();
        assertThat(said)
                .contains("new       en/cards/matter-0.md", "new       en/flows", "6 new, 0 changed", "preview");
        assertThat(kb("import", whole)).isZero();
        assertThat(said).contains("6 new, 0 changed");

        Path small = folders.resolve("small");
        article(small, "matter-9", "One more.");
        assertThat(kb("import", small)).isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(said)
                .contains("6 of 6 articles and 1 of 1 flow that", "en/matter-0", "--keep-missing", "--retire-missing")
                .doesNotContain("new ");
        assertThat(kb("import", small, "--preview")).isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(said).contains("new       en/cards/matter-9.md", "gone      en/matter-5", "gone      en/flow-ask");
        assertThat(inUse("unchanged")).isEqualTo(7);

        assertThat(kb("import", small, "--keep-missing", "--retire-missing")).isEqualTo(Exit.USAGE);
        assertThat(kb("import", small, "--keep-missing")).isZero();
        assertThat(said).contains("1 new", "0 gone", "6 missing and left in use");
        assertThat(inUse("more")).isEqualTo(8);

        Files.delete(whole.resolve("en/cards/matter-1.md"));
        article(whole, "matter-9", "One more.");
        assertThat(kb("import", whole)).isZero();
        assertThat(said).contains("gone      en/matter-1", "1 gone");
        assertThat(inUse("less")).isEqualTo(7);

        assertThat(kb("import", small, "--retire-missing")).isZero();
        assertThat(said).contains("5 gone");
        assertThat(inUse("one")).isEqualTo(1);
    }

    @Test
    void articles_without_the_flows_that_there_are_do_not_retire_them() throws IOException {
        Path whole = whole();
        for (int i = 0; i < 4; i++)
            Files.writeString(
                    whole.resolve("en/flows/flow-ask" + i + ".yaml"),
                    Files.readString(whole.resolve(FLOW)).replace("flow-ask", "flow-ask" + i));
        assertThat(kb("import", whole)).isZero();
        Path articles = folders.resolve("articles");
        for (int i = 0; i < 6; i++) article(articles, "matter-" + i, "What to say.");
        assertThat(kb("import", articles)).isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(said).contains("0 of 6 articles and 5 of 5 flows");
    }
}
