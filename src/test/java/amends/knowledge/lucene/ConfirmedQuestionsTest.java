package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Query;
import amends.knowledge.Written;
import amends.knowledge.lucene.ConfirmedQuestions.Taught;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What confirmed questions of some articles say of others. */
class ConfirmedQuestionsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ArticleText LOSS = Written.chinese("loss", "信用卡挂失", "口头挂失马上生效。");
    private static final ArticleText DEBIT_LOSS = Written.chinese("debit-loss", "借记卡挂失", "网点挂失当场生效。");
    private static final ArticleText FEES = Written.chinese("fees", "年费减免", "刷满六笔就免。");

    private final TextAnalysis analysis = new TextAnalysis();

    @AfterEach
    void close() {
        analysis.close();
    }

    private static Taught taught(ArticleText text, String... questions) {
        var phrasings = new ArrayList<LearnedPhrasing>();
        for (String question : questions) phrasings.add(new LearnedPhrasing(question, 1));
        return new Taught(text, phrasings);
    }

    private float[] gains(ConfirmedQuestions confirmed, String question, ArticleText... among) {
        List<ArticleId> ids = new ArrayList<>();
        for (ArticleText text : among) ids.add(text.id());
        return confirmed.gains(Question.of(question, analysis), ids);
    }

    @Test
    void very_many_articles_asked_for_once_say_nothing_and_cost_nothing() {
        var all = new ArrayList<Taught>();
        for (int i = 0; i < 200_000; i++) all.add(taught(LOSS, "丢了"));
        assertThat(ConfirmedQuestions.of(all, analysis).isEmpty()).isTrue();
    }

    @Test
    void a_question_speaks_for_its_article_and_less_for_its_kin() {
        var confirmed = ConfirmedQuestions.of(
                List.of(
                        taught(LOSS, "皮夹子被人顺走了", "找不着了咋办"),
                        taught(DEBIT_LOSS, "不见了想停掉", "掉路上了"),
                        taught(FEES, "白交的钱能退不", "一年要扣多少")),
                analysis);
        float[] gains = gains(confirmed, "皮夹子被顺走", LOSS, DEBIT_LOSS, FEES);
        assertThat(gains[0]).isGreaterThan(gains[1]);
        assertThat(gains[1]).isGreaterThan(gains[2]);
        assertThat(gains[0]).isBetween(.0001f, .38f);

        assertThat(gains(confirmed, "完全无关", LOSS, FEES)).containsOnly(0);
        assertThat(gains(confirmed, "x", LOSS)).containsOnly(0);
        assertThat(gains(confirmed, "皮夹子", Written.chinese("unknown", "别的", "别的")))
                .containsOnly(0);
    }

    @Test
    void nothing_confirmed_says_nothing() {
        assertThat(ConfirmedQuestions.of(List.of(), analysis).isEmpty()).isTrue();
        assertThat(ConfirmedQuestions.of(List.of(new Taught(FEES, List.of())), analysis)
                        .isEmpty())
                .isTrue();
        assertThat(gains(ConfirmedQuestions.NONE, "年费", FEES)).containsOnly(0);
    }

    @Test
    void the_same_question_many_times_or_without_a_word_hinders_nothing() {
        var confirmed = ConfirmedQuestions.of(
                List.of(taught(FEES, "多少钱", "多少钱", "多少钱", "???", ""), taught(LOSS, "多少钱")), analysis);
        float[] gains = gains(confirmed, "多少钱", FEES, LOSS);
        assertThat(gains[0]).isGreaterThan(gains[1]);
        assertThat(Float.isFinite(gains[0]) && Float.isFinite(gains[1])).isTrue();
    }

    @Test
    void a_system_is_solved_for_many_right_sides_at_once() {
        var random = new Random(3);
        int n = 40;
        var half = new float[n][n];
        for (float[] row : half) for (int k = 0; k < n; k++) row[k] = (float) random.nextGaussian();
        var matrix = new float[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) matrix[i][j] += half[i][k] * half[j][k];
        var more = new double[n];
        java.util.Arrays.fill(more, 1);
        var rows = new float[n][2];
        var wanted = new float[n][2];
        for (float[] row : wanted) for (int k = 0; k < 2; k++) row[k] = (float) random.nextGaussian();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                for (int k = 0; k < 2; k++) rows[i][k] += (matrix[i][j] + (i == j ? 1 : 0)) * wanted[j][k];
        new CholeskySystem(matrix, more).solve(rows);
        for (int i = 0; i < n; i++)
            for (int k = 0; k < 2; k++) assertThat(rows[i][k]).isCloseTo(wanted[i][k], within(.01f));
    }

    @Test
    void where_nothing_was_confirmed_all_is_as_before() {
        var articles = new ArticlesInMemory();
        articles.publish(LOSS);
        articles.publish(FEES);
        try (var base = LuceneKnowledgeBase.open(
                Optional.empty(), IndexSources.of(articles), new SettableTime(), ZoneOffset.UTC)) {
            assertThat(base.awaitUpToDate(SOON)).isTrue();
            base.awaitConfirmed(SOON);
            assertThat(base.search(Query.byAgent("挂失", ArticleLanguage.ZH_CN, 5))
                            .hits())
                    .extracting(hit -> hit.article().id())
                    .containsExactly(LOSS.id());
        }
    }
}
