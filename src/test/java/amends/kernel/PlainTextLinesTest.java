package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTextLinesTest {
    @Test
    void line_ends_stay_as_single_line_feeds() {
        assertThat(PlainText.lines("a\r\nb\rc\n\nd", 100)).isEqualTo("a\nb\nc\n\nd");
    }

    @Test
    void what_is_hidden_goes_and_blank_ends_are_cut() {
        assertThat(PlainText.lines(" \n\u0000a\u202Eb\u0007\tc\n ", 100)).isEqualTo("ab c");
    }

    @Test
    void no_more_stays_than_asked_and_no_character_is_halved() {
        assertThat(PlainText.lines("😀😀😀", 3)
                        .codePointCount(0, PlainText.lines("😀😀😀", 3).length()))
                .isEqualTo(1);
        assertThat(PlainText.lines("x".repeat(50), 10)).hasSize(10);
    }

    @Test
    void nothing_is_empty() {
        assertThat(PlainText.lines(null, 10)).isEmpty();
    }

    @Test
    void random_text_comes_out_bounded_and_free_of_controls() {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) text.append((char) random.nextInt(0x10000));
            String lines = PlainText.lines(text.toString(), 40);

            assertThat(lines.length()).isLessThanOrEqualTo(40);
            assertThat(lines.chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                    .isEmpty();
            assertThat(lines).doesNotContain("\u202E");
        }
    }
}
