package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource({
        "王建国, 王建国",
        "'a\r\nINFO forged', 'a INFO forged'",
        "'  two   words ', 'two words'",
        "'\u001b[31mred', '[31mred'",
        "'abc\u202Ecba', abccba",
        "'zero\u200Bwidth', zerowidth",
        "'\uD800 broken', broken",
        "'<html><b>x', '<html><b>x'",
    })
    void text_from_outside_becomes_one_harmless_line(String raw, String line) {
        assertThat(PlainText.line(raw, 80)).isEqualTo(line);
    }

    @Test
    void long_text_is_cut_with_an_ellipsis_that_counts() {
        assertThat(PlainText.line("x".repeat(10_000), 20)).isEqualTo("x".repeat(19) + "…");
    }

    @Test
    void text_of_just_the_length_is_kept_whole() {
        assertThat(PlainText.line("abcde", 5)).isEqualTo("abcde");
    }

    @Test
    void nothing_is_an_empty_line() {
        assertThat(PlainText.line(null, 10)).isEmpty();
    }

    @Test
    void whatever_comes_in_stays_in_bounds_and_on_one_line() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var raw = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) raw.append((char) random.nextInt(0x10000));
            int most = random.nextInt(12);
            String line = PlainText.line(raw.toString(), most);
            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(most);
            assertThat(line).doesNotContainPattern("\\p{Cntrl}");
        }
    }
}
