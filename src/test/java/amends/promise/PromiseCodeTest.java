package amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseCodeTest {
    @ParameterizedTest
    @CsvSource({"k7q2, K7Q2", "' K7 Q2 ', K7Q2", "Ｋ７Ｑ２, K7Q2", "k7-qz, K7Q2", "#K7Q2, K7Q2", "s8bu7, 588V7"})
    void a_code_is_read_as_people_type_it(String typed, String code) {
        assertThat(PromiseCode.read(typed)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7Q", "K7Q2K7Q", "K0Q2", "承诺K7Q2", "' or 1=1", "K7Q2\u0000", "КQ72"})
    void anything_else_is_no_code(String typed) {
        assertThat(PromiseCode.read(typed)).isEmpty();
    }

    @Test
    void every_code_that_is_drawn_is_read_again() {
        var random = new Random(4711);
        var drawn = new HashSet<String>();
        for (int i = 0; i < 5000; i++) {
            String code = PromiseCode.draw(random, i % 7);
            assertThat(PromiseCode.read(code.toLowerCase())).contains(code);
            if (i % 7 < 2) drawn.add(code);
            assertThat(code.length()).isEqualTo(Math.min(6, 4 + i % 7 / 2));
        }
        assertThat(drawn).hasSizeGreaterThan(1400).noneMatch(c -> c.matches(".*[0O1ILZSBUAE4].*"));
    }

    @Test
    void no_text_makes_reading_fail() {
        var random = new Random(4712);
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(50); n > 0; n--) text.appendCodePoint(random.nextInt(0x10FFFF));
            PromiseCode.read(text.toString())
                    .ifPresent(code -> assertThat(code).matches("[CDFGHJKMNPQRTVWXY2356789]{4,6}"));
        }
        assertThat(PromiseCode.read(null)).isEmpty();
    }
}
