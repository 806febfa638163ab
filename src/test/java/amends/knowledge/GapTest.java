package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapTest {
    private static List<SearchMade> searches(String... words) {
        return IntStream.range(0, words.length)
                .mapToObj(i -> new SearchMade(
                        new UUID(0, i), Instant.ofEpochSecond(i), words[i], ArticleLanguage.ZH_CN, 0, false))
                .toList();
    }

    @Test
    void searches_that_mean_the_same_are_one_gap_the_most_frequent_first() {
        var pension = new ArticleId("pension", ArticleLanguage.ZH_CN);
        List<Gap> gaps = Gap.among(
                searches("养老金账户怎么开", "停车位", "开养老金账户", "养老金账户怎么开", "个人养老金开户", "x"),
                (words, reads) -> words.contains("养老") ? Optional.of(pension) : Optional.empty());

        assertThat(gaps).extracting(Gap::times).containsExactly(4, 1);
        assertThat(gaps.getFirst().words().getFirst()).isEqualTo("养老金账户怎么开");
        assertThat(gaps.getFirst().nearest()).contains(pension);
        assertThat(gaps.getFirst().last()).isEqualTo(Instant.ofEpochSecond(4));
    }

    @Test
    void what_has_no_letters_in_common_is_another_matter_even_beside_the_same_article() {
        var nearest = Optional.of(new ArticleId("app", ArticleLanguage.ZH_CN));
        assertThat(Gap.among(searches("停车位", "营业时间"), (w, reads) -> nearest)).hasSize(2);
    }
}
