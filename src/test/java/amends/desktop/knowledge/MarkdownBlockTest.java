package amends.desktop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.knowledge.MarkdownBlock.Kind;
import amends.desktop.knowledge.MarkdownBlock.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownBlockTest {
    private static String plain(MarkdownBlock block) {
        return block.kind() + " " + block.lead()
                + block.runs().stream().map(Run::text).reduce("", String::concat);
    }

    @Test
    void headings_items_quotes_and_paragraphs_are_told_apart() {
        assertThat(MarkdownBlock.of("答案\n先说。\n\n## 步骤\n1. 一\n- 二\n> 原话\nfirst line\nsecond line"))
                .extracting(MarkdownBlockTest::plain)
                .containsExactly(
                        "TEXT 答案先说。", "HEADING 步骤", "ITEM 1.一", "ITEM •二", "QUOTE 原话", "TEXT first line second line");
    }

    @Test
    void bold_is_a_run_of_its_own() {
        assertThat(MarkdownBlock.of("退款 **1 天** 内"))
                .containsExactly(new MarkdownBlock(
                        Kind.TEXT, "", List.of(new Run("退款 ", false), new Run("1 天", true), new Run(" 内", false))));
    }

    @Test
    void what_is_no_markdown_of_ours_stands_as_it_was_written() {
        assertThat(MarkdownBlock.of("<html><b>x</b> **open [a](b) | c"))
                .extracting(MarkdownBlockTest::plain)
                .containsExactly("TEXT <html><b>x</b> **open [a](b) | c");
    }

    @Test
    void nothing_makes_nothing() {
        assertThat(MarkdownBlock.of(" \n\n")).isEmpty();
    }
}
