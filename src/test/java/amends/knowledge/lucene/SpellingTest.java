package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Query;
import amends.knowledge.Written;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Did you mean", with an index of a few articles. */
class SpellingTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static LuceneKnowledgeBase base;

    @BeforeAll
    static void open() {
        var articles = new ArticlesInMemory();
        articles.publish(Written.chinese("double", "还款被重复扣款", "多扣的一笔一个工作日内原路退回。"));
        articles.publish(Written.chinese("loss", "银行卡丢了怎么挂失", "电话里口头挂失，马上生效。补办新卡要到网点。"));
        articles.publish(Written.chinese("limit", "转账限额是多少", "每天最多五万元，可以在手机银行里提高。"));
        articles.publish(Written.chinese("points", "信用卡积分怎么兑换", "在手机银行里兑换礼品。"));
        articles.publish(Written.english("cheque", "Ordering a chequebook", "It arrives by post within five days."));
        articles.publish(Written.english("mortgage", "Repaying a mortgage early", "Fees may apply to the repayment."));
        base = LuceneKnowledgeBase.open(
                Optional.empty(), IndexSources.of(articles), new SettableTime(), ZoneOffset.UTC);
        assertThat(base.awaitUpToDate(SOON)).isTrue();
        long until = System.nanoTime() + SOON.toNanos();
        while (meant("mortgege").isEmpty() && System.nanoTime() < until) Thread.onSpinWait();
    }

    @AfterAll
    static void close() {
        base.close();
    }

    private static Optional<String> meant(String typed) {
        return base.meant(Query.byAgent(typed, ArticleLanguage.ZH_CN, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "壮账, 转账",
        "專漲限額, 转账限额",
        "贷丢了怎么挂事, 贷丢了怎么挂失",
        "mortgege, mortgage",
        "morgage erly, mortgage early",
        "zuanzan, 转账",
        "xjk, 信用卡",
    })
    void a_near_spelling_is_offered(String typed, String meant) {
        assertThat(meant(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"转账限额", "轉帳", "zhuanzhang", "guashi", "yhk", "mortgage", "zzzz", "停车场在哪里", "E3007", "", " ", "好"
            })
    void what_articles_have_and_what_is_near_to_nothing_is_left_alone(String typed) {
        assertThat(meant(typed)).isEmpty();
    }

    @Test
    void whatever_is_typed_it_answers_at_once() {
        var random = new Random(45);
        String letters = "壮账转帳zhuang z(*?[\\~\u0000\ud83d\ude00銀扣-\"'0AbE ";
        for (String odd : List.of("(".repeat(20_000), "银".repeat(100_000), "\u0000\ud800", "a".repeat(60)))
            assertThat(meant(odd)).isEmpty();
        for (int i = 0; i < 500; i++) {
            var typed = new StringBuilder();
            for (int j = random.nextInt(30); j >= 0; j--)
                typed.append(letters.charAt(random.nextInt(letters.length())));
            assertThat(meant(typed.toString())).isNotNull();
        }
    }
}
