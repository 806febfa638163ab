package amends.knowledge.folder;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PlainText;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleText;
import amends.knowledge.Attachment;
import amends.knowledge.FileKind;
import amends.knowledge.Written;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArticlePageTest {
    /** What YAML takes for something else. */
    private static final List<String> ODD = List.of(
            "null",
            "~",
            "true",
            "no",
            "1",
            "1.0",
            "0x1F",
            "007",
            "1e3",
            ".5",
            "2026-01-01",
            "12:30:45",
            "=",
            "<<",
            "a: b",
            "a:",
            "- a",
            "-",
            "? a",
            "#a",
            "a #b",
            "'a'",
            "\"a\"",
            "a\"b",
            "a\\nb",
            "\\",
            "[a]",
            "{a: b}",
            "&a",
            "*a",
            "!a",
            "!!int 1",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "a, b",
            "---",
            "...",
            "第一步：选卡",
            "😀 笑",
            "a\u00a0b",
            "a\u2028b",
            "e\u0301",
            "ـ",
            "מ a",
            "--- # a",
            "key: \"a\" #");

    private static Attachment file(int number, String alt) {
        return new Attachment("0".repeat(64), "图-" + number + ".png", FileKind.PNG, 1, Optional.empty(), alt);
    }

    private static void comesBack(List<String> said) throws YamlMistakes {
        ArticleText text = Written.english("a", said.getFirst(), "The answer.")
                .with(IntStream.range(0, said.size())
                        .mapToObj(i -> file(i, said.get(i)))
                        .toList());
        String page = ArticlePage.write(text);
        ArticleFile.Read read = ArticleFile.read("a.md", page);

        assertThat(read.source().text().title()).as(page).isEqualTo(said.getFirst());
        assertThat(read.named()).extracting(ArticleFile.Named::alt).as(page).isEqualTo(said);
        assertThat(read.named())
                .extracting(ArticleFile.Named::file)
                .isEqualTo(text.attachments().stream().map(Attachment::name).toList());
        assertThat(ArticlePage.write(read.source().text().with(text.attachments())))
                .isEqualTo(page);
    }

    @Test
    void what_is_said_of_files_comes_back_letter_by_letter_whatever_it_looks_like() throws YamlMistakes {
        List<String> odd = ODD.stream()
                .map(alt -> PlainText.line(alt, Attachment.MOST_ALT))
                .toList();
        for (String first : odd)
            comesBack(Stream.concat(Stream.of(first), odd.stream()).toList());
    }

    @Test
    void and_so_do_random_letters() throws YamlMistakes {
        var random = new Random(5);
        String letters = "ab :#-'\"\\[]{}&*!|>%@`,?~=一二\t\u3000\u2029😀";
        int[] points = letters.codePoints().toArray();
        for (int run = 0; run < 300; run++) {
            var said = new StringBuilder("x");
            for (int i = random.nextInt(12); i >= 0; i--) said.appendCodePoint(points[random.nextInt(points.length)]);
            for (String text : List.of(said.toString(), said.substring(1))) {
                String plain = PlainText.line(text, Attachment.MOST_ALT);
                if (!plain.isBlank()) comesBack(List.of(plain, plain));
            }
        }
    }
}
