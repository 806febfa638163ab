package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Hit;
import amends.knowledge.Query;
import amends.knowledge.Written;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FillingTest {
    private static final int MANY = 3 * Filling.AT_ONCE + 7;

    @Test
    void many_articles_are_all_found_and_the_latest_text_of_each() {
        var articles = new ArticlesInMemory();
        for (int i = 0; i < MANY; i++) articles.publish(Written.chinese("a" + i, "年费", "第" + i + "条"));
        ArticleText first = articles.inUse().getFirst().text();
        try (var base = LuceneKnowledgeBase.open(
                Optional.empty(), IndexSources.of(articles), new SettableTime(), ZoneOffset.UTC)) {
            assertThat(base.awaitUpToDate(Duration.ofSeconds(60))).isTrue();
            assertThat(base.search(Query.byAgent("年费", ArticleLanguage.ZH_CN, MANY + 10))
                            .hits())
                    .hasSize(MANY);
            articles.publish(Written.withBody(first, "改过的"));
            assertThat(base.awaitUpToDate(Duration.ofSeconds(60))).isTrue();
            assertThat(base.search(Query.byAgent("改过的", ArticleLanguage.ZH_CN, 1))
                            .hits())
                    .extracting(Hit::article)
                    .extracting(article -> article.text().body())
                    .containsExactly("改过的");
        }
    }
}
