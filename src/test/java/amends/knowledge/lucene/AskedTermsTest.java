package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import amends.knowledge.Article;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Hit;
import amends.knowledge.Query;
import amends.knowledge.Written;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Articles that have nearly all in common: more than is looked at term by term. */
class AskedTermsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int MANY = 1_200;
    private static final String COMMON = "本行储蓄账户持有人可凭有效身份证件到任一营业网点柜台或通过手机银行预约办理大额现金支取业务请提前一个工作日联系";

    private static List<String> found(Searching searching, String text) throws IOException {
        return searching.search(Query.byAgent(text, ArticleLanguage.ZH_CN, 10), TODAY).stream()
                .map(Hit::article)
                .map(article -> article.id().slug())
                .toList();
    }

    @Test
    void what_all_have_only_orders_what_some_have() throws IOException {
        try (var analysis = new TextAnalysis();
                ArticleIndex index = IndexPlace.inMemory(analysis)) {
            for (int i = 0; i < MANY; i++)
                index.put(
                        new Article(
                                Written.chinese("a" + i, COMMON, (i % 20 == 0 ? "琥珀卡。" : "其他。") + "编号x" + i + "。"),
                                1,
                                i + 1,
                                false),
                        List.of());
            index.put(new Article(Written.chinese("amber", "琥珀卡", "可凭身份证件预约。"), 1, MANY + 1, false), List.of());
            index.keep(new ArticleIndex.Fed(Optional.empty(), MANY + 1, 0));
            var searching = new Searching(index, analysis, () -> ConfirmedQuestions.NONE, question -> Meant.NOTHING);

            assertThat(found(searching, COMMON + " x1234 x777")).first().isEqualTo("a777");
            assertThat(found(searching, COMMON + "琥珀卡")).hasSize(10).startsWith("amber", "a0", "a20");
            assertThat(found(searching, COMMON)).hasSize(10);
            // One article alone has the word; nine others are found by what all have.
            assertThat(found(searching, COMMON + " x42")).hasSize(10).startsWith("a42");
        }
    }
}
