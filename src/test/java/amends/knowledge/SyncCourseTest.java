package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncCourseTest {
    /** Texts by their letters; - is none; a small letter in the database is retired. */
    @ParameterizedTest
    @CsvSource({
        "A, A, A, SAME",
        "B, A, A, FOLDER_LEADS",
        "-, A, A, FOLDER_LEADS",
        "A, B, A, DATABASE_LEADS",
        "A, a, A, DATABASE_LEADS",
        "B, C, A, CONFLICT",
        "B, a, A, CONFLICT",
        "-, B, A, CONFLICT",
        "B, B, A, SAME",
        "-, a, A, SAME",
        "A, -, -, FOLDER_LEADS",
        "A, b, -, FOLDER_LEADS",
        "-, A, -, DATABASE_LEADS",
        "A, B, -, CONFLICT",
        "A, A, -, SAME",
        "-, -, -, SAME"
    })
    void what_was_changed_on_one_side_goes_to_the_other(String folder, String now, String then, SyncCourse course) {
        int synced = then.equals("-") ? 0 : 1;
        int version = now.equalsIgnoreCase(then) ? 1 : 2;
        Optional<Article> database =
                text(now).map(t -> new Article(t, version, version, Character.isLowerCase(now.charAt(0))));
        assertThat(SyncCourse.of(text(folder), database, text(then), synced)).isEqualTo(course);
    }

    private static Optional<ArticleText> text(String letter) {
        if (letter.equals("-")) return Optional.empty();
        return Optional.of(Written.chinese("fees", "年费", letter.toUpperCase(java.util.Locale.ROOT)));
    }
}
