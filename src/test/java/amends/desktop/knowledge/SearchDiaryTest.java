package amends.desktop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.SearchMade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        diary.left();

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
        diary.left();

        assertThat(told).extracting(SearchMade::words).containsExactly("退款几天", "营业时间");
    }

    @Test
    void what_is_looked_for_in_a_part_of_the_articles_is_no_search_without_an_answer() {
        found("退款几天", 3);
        looks();
        diary.narrowed("退款几天");
        diary.narrowed("停车位");
        looks();
        diary.left();

        assertThat(told).extracting(SearchMade::words).containsExactly("退款几天");
    }

    @Test
    void in_a_call_only_what_was_used_is_answered_and_between_calls_what_was_read() {
        found("退款几天", 3);
        diary.opened();
        diary.ended();
        found("退款几天", 3);
        diary.used("double");
        diary.ended();
        diary.left();
        inCall = false;
        found("退款几天", 3);
        diary.opened();
        diary.ended();

        assertThat(told).extracting(SearchMade::answered).containsExactly(false, true, true);
    }

    @Test
    void what_was_used_in_the_end_is_told_with_the_searches_of_the_same_call_that_brought_nothing() {
        found("扣了双份", 0);
        looks();
        found("重复扣款", 2);
        diary.used("double");
        diary.left();
        found("停车位", 0);
        looks();
        diary.left();

        assertThat(told).extracting(SearchMade::words).containsExactly("扣了双份", "重复扣款", "停车位");
        assertThat(told)
                .extracting(SearchMade::ledTo)
                .containsExactly(Optional.of("double"), Optional.empty(), Optional.empty());
    }
}
