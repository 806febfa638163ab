package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Attachment;
import amends.knowledge.FileKind;
import amends.knowledge.Query;
import amends.knowledge.Written;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lies beside an article is found by what it is called and says. */
class AttachmentWordsTest {
    private final ArticlesInMemory articles = new ArticlesInMemory();

    private static Attachment file(String name, String alt) {
        return new Attachment("0".repeat(64), name, FileKind.PNG, 1, Optional.empty(), alt);
    }

    private static ArticleText with(ArticleText text, Attachment... files) {
        return text.with(List.of(files));
    }

    private List<String> found(String words) {
        try (var base = LuceneKnowledgeBase.open(
                Optional.empty(), IndexSources.of(articles), new SettableTime(), ZoneOffset.UTC)) {
            assertThat(base.awaitUpToDate(Duration.ofSeconds(60))).isTrue();
            return base.search(Query.byAgent(words, ArticleLanguage.ZH_CN, 10)).hits().stream()
                    .map(hit -> hit.article().id().toString())
                    .toList();
        }
    }

    /** Articles in both languages that say something, so that words are rare or frequent as they are in a house. */
    private void some() {
        IntStream.range(0, 10).forEach(i -> {
            articles.publish(Written.chinese("other" + i, "年费" + i, "刷满六笔免年费，按自然年计算，次年一月入账。".repeat(3)));
            articles.publish(
                    Written.english("other" + i, "Yearly fee " + i, "Six payments a year and it is free. ".repeat(5)));
        });
    }

    @Test
    void names_and_alternative_texts_are_found_in_the_language_they_are_in() {
        some();
        articles.publish(with(Written.chinese("code", "卡片", "看背面。"), file("security-code.png", "安全码在签名条右侧")));
        articles.publish(with(
                Written.english("branch", "Branches", "We are open on weekdays."),
                file("opening_hours-2027.png", "Signs beside the doors"),
                file("map.png", "网点分布图")));

        assertThat(found("签名条")).startsWith("zh-CN/code");
        assertThat(found("簽名條右側")).startsWith("zh-CN/code");
        assertThat(found("签铭条右侧")).startsWith("zh-CN/code");
        assertThat(found("security")).startsWith("zh-CN/code");
        assertThat(found("security-code.png")).startsWith("zh-CN/code");
        assertThat(found("sign at the door")).startsWith("en/branch");
        assertThat(found("opening hour")).startsWith("en/branch");
        assertThat(found("opening_hours-2027.png")).startsWith("en/branch");
        assertThat(found("网点分布")).startsWith("en/branch");
    }

    @Test
    void a_title_weighs_more() {
        some();
        articles.publish(with(Written.chinese("beside", "卡片", "看背面。"), file("a.png", "临时额度")));
        articles.publish(Written.chinese("quota", "临时额度", "在手机银行申请，当天生效，最长三十天。".repeat(3)));
        articles.publish(
                with(Written.english("aside", "Cards", "See the back."), file("limit.png", "temporary limit")));
        articles.publish(
                Written.english("limit", "Temporary limit", "Ask in the app, it holds for a month. ".repeat(5)));

        assertThat(found("临时额度")).startsWith("zh-CN/quota");
        assertThat(found("temporary limit")).startsWith("en/limit");
    }
}
