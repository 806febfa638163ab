package amends.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TotalTest {
    private static final Wording WORDS = new Wording("甲", "甲", "A");
    private static final Scorecard SHEET = new Scorecard(
            "test-1",
            WORDS,
            List.of(
                    criterion("law", ErrorKind.COMPLIANCE, 10, 1, true),
                    criterion("answer", ErrorKind.CUSTOMER, 50, 1, false),
                    criterion("tone", ErrorKind.NON_CRITICAL, 30, 2, false),
                    criterion("close", ErrorKind.NON_CRITICAL, 10, 3, false)));

    private static Criterion criterion(String key, ErrorKind kind, int weight, int steps, boolean failsAll) {
        return new Criterion(key, kind, weight, steps, failsAll, WORDS, WORDS);
    }

    /** Marks in the sheet's order: a number, {@code -} for no occasion, {@code .} for not given. */
    static Stream<Arguments> table() {
        return Stream.of(
                arguments("1 1 2 3", 100, false, 0),
                arguments("1 1 1 3", 85, false, 0),
                arguments("1 0 2 3", 50, false, 0),
                arguments("1 1 2 1", 93, false, 0),
                arguments("1 1 2 2", 97, false, 0),
                arguments("0 1 2 3", 0, true, 0),
                arguments("0 - - -", 0, true, 0),
                arguments("- 1 1 -", 81, false, 0),
                arguments("- - - -", 100, false, 0),
                arguments("- - - 0", 0, false, 0),
                arguments(". . . .", 100, false, 4),
                arguments("1 . 1 .", 63, false, 2),
                arguments("0 . . .", 0, true, 3),
                arguments("1 2 2 3", 100, false, 1),
                arguments("1 1 -1 3", 100, false, 1));
    }

    @ParameterizedTest
    @MethodSource("table")
    void marks_come_to_this(String given, int percent, boolean failed, int open) {
        var total = Total.of(SHEET, marks(given));
        assertThat(total.percent()).isEqualTo(percent);
        assertThat(total.failed()).isEqualTo(failed);
        assertThat(total.open()).isEqualTo(open);
    }

    private static Map<String, Mark> marks(String given) {
        var marks = new HashMap<String, Mark>();
        String[] words = given.split(" ");
        for (int i = 0; i < words.length; i++) {
            String key = SHEET.criteria().get(i).key();
            if (words[i].equals("-")) marks.put(key, Mark.NOT_APPLICABLE);
            else if (!words[i].equals(".")) marks.put(key, Mark.of(Integer.parseInt(words[i])));
        }
        return marks;
    }

    @Test
    void what_failed_it_is_named() {
        assertThat(Total.of(SHEET, marks("0 0 0 0")).failedBy())
                .extracting(Criterion::key)
                .containsExactly("law");
    }

    @Test
    void a_mark_for_a_criterion_of_another_sheet_counts_nothing() {
        assertThat(Total.of(SHEET, Map.of("unknown", Mark.of(0))).percent()).isEqualTo(100);
    }
}
