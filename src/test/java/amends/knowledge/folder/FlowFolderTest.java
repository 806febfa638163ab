package amends.knowledge.folder;

import static org.assertj.core.api.Assertions.assertThat;

import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowFolderTest {
    private static final Path SHIPPED = Path.of("kb-content");

    @TempDir
    Path folder;

    private void write(String place, String id, String about) throws IOException {
        Path path = folder.resolve(place);
        Files.createDirectories(path.getParent());
        Files.writeString(path, """
                id: %s
                language: en
                title: t
                kind: selling
                category: cards
                about: [%s]
                steps:
                  - {id: one, say: hello, ends: solved}
                """.formatted(id, about));
    }

    @Test
    void flows_lie_in_their_language_and_are_called_as_they_are() throws IOException {
        write("en/flows/a.yaml", "a", "fees");
        write("en/flows/b.yaml", "c", "fees");
        write("zh-CN/flows/d.yaml", "d", "fees");
        write("en/flows/e.yaml", "e", "feez");
        write("flows/f.yaml", "f", "fees");
        write("en/flows/g.yaml", "g", "lost");
        var read = FlowFolder.read(
                folder,
                Set.of(new ArticleId("fees", ArticleLanguage.EN)),
                id -> id.slug().equals("lost"));
        assertThat(read.sources()).extracting(s -> s.text().id().slug()).containsExactly("a", "g");
        assertThat(read.warnings()).singleElement().asString().contains("g.yaml:6:1: the article 'lost' is in the");
        assertThat(read.mistakes())
                .satisfiesExactly(
                        m -> assertThat(m).contains("b.yaml").contains("belongs to en/flows/c.yaml"),
                        m -> assertThat(m).contains("e.yaml:6:1: there is no article 'feez'"),
                        m -> assertThat(m).contains("belongs to en/flows/d.yaml"));
    }

    @Test
    void what_comes_with_the_program_has_no_mistake_and_is_written_byte_for_byte_as_it_was_read() throws IOException {
        ArticleFolder.Read articles = ArticleFolder.read(SHIPPED);
        assertThat(articles.mistakes()).isEmpty();
        for (ArticleSource source : articles.sources()) {
            assertThat(ArticlePage.place(source.text())).isEqualTo(source.name());
            assertThat(ArticlePage.write(source.text()))
                    .as(source.name())
                    .isEqualTo(Files.readString(SHIPPED.resolve(source.name())));
        }
        var there = articles.sources().stream().map(s -> s.text().id()).collect(Collectors.toSet());
        assertThat(FlowFolder.read(SHIPPED, there, id -> false).mistakes()).isEmpty();
    }
}
