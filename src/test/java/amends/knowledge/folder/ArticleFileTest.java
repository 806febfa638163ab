package amends.knowledge.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFileTest {
    private static final String WHOLE = """
            ---
            id: card-fees
            language: zh-CN
            title: 年费怎么收
            category: cards/fees
            questions:
              - 年费多少
              - 怎么免年费
            tags: [年费, 信用卡]
            audience: customer
            valid-from: 2026-01-01
            valid-until: 2026-12-31
            ---

            刷满六笔免年费。

            ## 步骤
            1. 查交易
            2. 告诉客户

            ## 短信
            【云杉银行】年内刷满6笔免年费。

            ## 例外
            白金卡除外。
            """;

    @Test
    void an_article_is_read_whole() throws YamlMistakes {
        assertThat(ArticleFile.parse("a.md", WHOLE))
                .isEqualTo(new ArticleText(
                        new ArticleId("card-fees", ArticleLanguage.ZH_CN),
                        "年费怎么收",
                        List.of("年费多少", "怎么免年费"),
                        "cards/fees",
                        List.of("年费", "信用卡"),
                        Audience.CUSTOMER,
                        new Validity(Optional.of(LocalDate.of(2026, 1, 1)), Optional.of(LocalDate.of(2026, 12, 31))),
                        "刷满六笔免年费。\n\n## 步骤\n1. 查交易\n2. 告诉客户\n\n## 例外\n白金卡除外。",
                        Optional.of("【云杉银行】年内刷满6笔免年费。")));
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_change_nothing() throws YamlMistakes {
        assertThat(ArticleFile.parse("a.md", "\uFEFF" + WHOLE.replace("\n", "\r\n")))
                .isEqualTo(ArticleFile.parse("a.md", WHOLE));
    }

    /** Each mistake is put into the whole article, and is named at its own line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: card-fees | id: Card Fees | 2 | small letters",
                "language: zh-CN | language: zh-XX | 3 | zh-CN or en",
                "title: 年费怎么收 | titel: 年费怎么收 | 4 | did you mean 'title'",
                "category: cards/fees | category: /cards//fees | 5 | path",
                "questions: | questions: 年费多少, no | 6 | list",
                "'  - 年费多少' | '  - \"\"' | 7 | empty",
                "audience: customer | audience: everybody | 10 | one of agent, customer",
                "valid-from: 2026-01-01 | valid-from: 2026-13-01 | 11 | a day such as",
                "valid-until: 2026-12-31 | valid-until: 2025-12-31 | 12 | before 'valid-from'",
                "【云杉银行】年内刷满6笔免年费。 | '' | 21 | nothing stands below",
            })
    void a_mistake_is_named_at_its_line(String right, String wrong, int line, String told) {
        String text = WHOLE.replace(right + "\n", wrong + "\n");
        assertThat(text).isNotEqualTo(WHOLE);
        var mistakes = catchThrowableOfType(YamlMistakes.class, () -> ArticleFile.parse("a.md", text));
        assertThat(mistakes.mistakes()).anySatisfy(m -> {
            assertThat(m.line()).isEqualTo(line);
            assertThat(m.text()).contains(told);
        });
    }

    @Test
    void every_mistake_of_a_file_is_told_at_once() {
        String text = WHOLE.replace("id: card-fees\n", "").replace("audience: customer", "audience: x");
        var mistakes = catchThrowableOfType(YamlMistakes.class, () -> ArticleFile.parse("a.md", text));
        assertThat(mistakes.mistakes()).hasSize(2);
    }

    @Test
    void a_short_message_that_is_too_long_is_named_at_its_heading() {
        String text = WHOLE.replace("【云杉银行】年内刷满6笔免年费。", "长".repeat(141));
        var mistakes = catchThrowableOfType(YamlMistakes.class, () -> ArticleFile.parse("a.md", text));
        assertThat(mistakes).hasMessageContaining("a.md:21:1: the short message is 141 characters long");
    }

    @Test
    void a_header_without_end_or_beginning_is_told() {
        assertThat(catchThrowableOfType(YamlMistakes.class, () -> ArticleFile.parse("a.md", "---\nid: a\n")))
                .hasMessageContaining("a.md:1:1:")
                .hasMessageContaining("has no end");
        assertThat(catchThrowableOfType(YamlMistakes.class, () -> ArticleFile.parse("a.md", "")))
                .hasMessageContaining("should begin with a line '---'");
    }

    @Test
    void control_characters_do_not_get_into_an_article() throws YamlMistakes {
        ArticleText text = ArticleFile.parse("a.md", WHOLE.replace("刷满六笔", "刷\u202e满\u0007六笔"));
        assertThat(text.body()).startsWith("刷满六笔免年费。");
    }

    @Test
    void whatever_is_in_a_file_it_is_read_or_told_to_be_wrong() {
        var random = new Random(20261122);
        String[] pieces = {
            "---\n",
            "id: a\n",
            "\t",
            "- ",
            "{",
            "}",
            "[",
            ": ",
            "\n",
            "## SMS\n",
            "\"",
            "&a *a ",
            "年",
            "\u0000",
            "\ud800",
            "!!",
            "%",
            "|\n",
            "# ",
            "title: ",
            "questions: "
        };
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder(random.nextBoolean() ? WHOLE : "---\n");
            for (int edit = random.nextInt(12); edit >= 0; edit--) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextInt(3) == 0) text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                else text.insert(at, pieces[random.nextInt(pieces.length)]);
            }
            try {
                ArticleFile.parse("a.md", text.toString());
            } catch (YamlMistakes expected) {
                assertThat(expected.mistakes()).isNotEmpty();
            }
        }
    }
}
