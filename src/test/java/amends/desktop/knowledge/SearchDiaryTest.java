package amends.desktop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.SearchMade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchDiaryTest {
    private final SettableTime time = new SettableTime();
    private final List<SearchMade> told = new ArrayList<>();
    private boolean inCall = true;
    private final SearchDiary diary = new SearchDiary(told::add, () -> inCall, time);

    private void found(String words, int found) {
        diary.found(words, ArticleLanguage.ZH_CN, found);
    }

    private void looks() {
        time.pass(Duration.ofSeconds(3));
    }

    @Test
    void what_is_typed_letter_by_letter_is_one_search() {
        for (String words : List.of("退", "退款", "退款几", "退款几天")) found(words, 3);
        looks();
        diary.ended();
        diary.ended();

        assertThat(told).singleElement().satisfies(s -> {
            assertThat(s.words()).isEqualTo("退款几天");
            assertThat(s.found()).isEqualTo(3);
            assertThat(s.answered()).isFalse();
        });
    }

    @Test
    void another_search_ends_the_one_before_and_what_was_passed_over_quickly_is_none() {
        found("退款几天", 3);
        looks();
        found("停车位", 0);
        found("营业时间", 1);
        looks();
        diary.ended();

        assertThat(told).extracting(SearchMade::words).containsExactly("退款几天", "营业时间");
    }

    @Test
    void in_a_call_only_what_was_used_is_answered_and_between_calls_what_was_read() {
        found("退款几天", 3);
        diary.opened();
        diary.ended();
        found("退款几天", 3);
        diary.used();
        diary.ended();
        inCall = false;
        found("退款几天", 3);
        diary.opened();
        diary.ended();

        assertThat(told).extracting(SearchMade::answered).containsExactly(false, true, true);
    }
}
