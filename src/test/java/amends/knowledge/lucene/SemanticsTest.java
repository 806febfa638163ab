package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Audience;
import amends.knowledge.Marked;
import amends.knowledge.Query;
import amends.knowledge.Written;
import amends.knowledge.onnx.OnnxEmbeddings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles found by what they mean, with the models that come with the program. */
class SemanticsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final OnnxEmbeddings MODEL = new OnnxEmbeddings(Optional.empty());

    @TempDir
    Path folder;

    private final ArticlesInMemory articles = new ArticlesInMemory();
    private final SettableTime time = new SettableTime();
    private LuceneKnowledgeBase base;

    @AfterEach
    void close() {
        if (base != null) base.close();
    }

    @AfterAll
    static void closeModel() {
        MODEL.close();
    }

    private void open() {
        base = LuceneKnowledgeBase.open(
                Optional.of(folder.resolve("index")), IndexSources.of(articles).with(MODEL), time, ZoneOffset.UTC);
        understood();
    }

    private void understood() {
        assertThat(base.awaitUpToDate(SOON)).isTrue();
        base.awaitMeanings(SOON);
    }

    private void bank() {
        articles.publish(Written.chinese("loss", "银行卡丢失后如何挂失", "电话里口头挂失，马上生效。"));
        articles.publish(Written.chinese("limit", "手机银行转账限额", "每天最多五万元。"));
        articles.publish(Written.chinese("pension", "个人养老金账户的开立", "带身份证到网点。"));
        articles.publish(Written.english("cheque", "Ordering a chequebook", "It arrives by post."));
        articles.publish(Written.english("stolen", "Reporting a stolen card", "We block it at once."));
    }

    private List<String> found(String text) {
        return found(Query.byAgent(text, ArticleLanguage.ZH_CN, 10));
    }

    private List<String> found(Query query) {
        return base.search(query).hits().stream()
                .map(hit -> hit.article().id().slug())
                .toList();
    }

    @Test
    void an_answer_is_found_that_has_no_word_of_the_question() {
        bank();
        open();
        assertThat(found("钱包被偷走")).first().isEqualTo("loss");
        assertThat(found("somebody pinched my wallet")).first().isEqualTo("stolen");
    }

    @Test
    void by_words_alone_it_is_not() {
        bank();
        base = LuceneKnowledgeBase.open(Optional.empty(), IndexSources.of(articles), time, ZoneOffset.UTC);
        understood();
        assertThat(found("somebody pinched my wallet")).doesNotContain("stolen");
    }

    @Test
    void what_has_nothing_to_do_with_any_article_finds_none_by_what_it_means() {
        bank();
        open();
        List<String> asked = List.of("饕餮魑魅魍魉", "红烧肉做法", "who won the football match", "qwzx kjhf");
        List<List<String>> found = asked.stream().map(this::found).toList();
        base.close();
        base = LuceneKnowledgeBase.open(Optional.empty(), IndexSources.of(articles), time, ZoneOffset.UTC);
        understood();
        for (int i = 0; i < found.size(); i++)
            assertThat(found.get(i))
                    .as("what shares words is found, and no more")
                    .containsExactlyInAnyOrderElementsOf(found(asked.get(i)));
    }

    @Test
    void what_is_meant_is_not_shown_to_whom_words_would_not_show_it() {
        ArticleText inside = Written.chinese("loss", "银行卡丢失后如何挂失", "电话里口头挂失，马上生效。");
        articles.publish(Written.holding(inside, LocalDate.of(1999, 1, 1), LocalDate.of(2000, 1, 1)));
        articles.publish(Written.chinese("limit", "手机银行转账限额", "每天最多五万元。"));
        open();
        assertThat(found("钱包被偷走")).doesNotContain("loss");
        articles.publish(inside);
        understood();
        assertThat(found("钱包被偷走")).first().isEqualTo("loss");
        assertThat(found(new Query("钱包被偷走", Audience.CUSTOMER, ArticleLanguage.ZH_CN, 10)))
                .as("it is for agents")
                .doesNotContain("loss");
    }

    @Test
    void a_changed_article_is_understood_anew_and_a_retired_one_goes() {
        bank();
        open();
        articles.publish(Written.chinese("limit", "丢了东西找谁", "失物招领处在一楼。"));
        understood();
        assertThat(found("钱包被偷走")).contains("limit");
        articles.retire(new ArticleId("loss", ArticleLanguage.ZH_CN));
        understood();
        assertThat(found("钱包被偷走")).doesNotContain("loss");
    }

    @Test
    void what_is_typed_in_sounds_is_understood_though_no_sound_of_it_is_in_the_answer() {
        bank();
        open();
        assertThat(found("qianbao beitou zou")).first().isEqualTo("loss");
    }

    @Test
    void the_right_character_is_marked_where_another_of_the_same_sound_was_typed() {
        bank();
        open();
        var hit = base.search(Query.byAgent("转仗陷额", ArticleLanguage.ZH_CN, 10))
                .hits()
                .getFirst();
        assertThat(hit.article().id().slug()).isEqualTo("limit");
        assertThat(hit.title().marks()).containsExactly(new Marked.Mark(4, 8));
    }

    @Test
    void what_is_read_by_its_sounds_is_offered_whole() {
        bank();
        articles.publish(Written.chinese("debit", "借记卡掉了怎么挂失", "借记卡掉了，请马上挂失。"));
        open();
        assertThat(base.meant(Query.byAgent("借计卡掉了怎么挂师", ArticleLanguage.ZH_CN, 10)))
                .contains("借记卡掉了怎么挂失");
    }

    @Test
    void a_model_of_english_has_no_say_in_what_is_typed_in_sounds_and_none_in_initials() {
        bank();
        open();
        assertThat(found("yinhangka guashi")).first().isEqualTo("loss");
        assertThat(found("yin hang ka gua shi")).first().isEqualTo("loss");
        for (String sounds : List.of("mi ma wang le zen me ban", "kai hu", "wo de ka diu le", "shou ji yin hang"))
            assertThat(found(sounds)).isNotEmpty().doesNotContain("cheque", "stolen");
        List<String> initials = List.of("zzxe", "yhk", "gryl");
        List<List<String>> found = initials.stream().map(this::found).toList();
        assertThat(found.getFirst()).first().isEqualTo("limit");
        base.close();
        base = LuceneKnowledgeBase.open(Optional.empty(), IndexSources.of(articles), time, ZoneOffset.UTC);
        understood();
        assertThat(initials.stream().map(this::found).toList()).isEqualTo(found);
    }

    @Test
    void what_was_read_once_is_not_read_again_after_a_start_and_a_broken_file_is_no_harm() throws Exception {
        bank();
        open();
        base.close();
        Path kept = folder.resolve("index.vectors");
        byte[] first = Files.readAllBytes(kept);
        open();
        assertThat(found("钱包被偷走")).first().isEqualTo("loss");
        base.close();
        assertThat(Files.readAllBytes(kept)).hasSameSizeAs(first);
        Files.writeString(kept, "broken");
        open();
        assertThat(found("钱包被偷走")).first().isEqualTo("loss");
    }

    @Test
    void a_question_with_a_character_of_the_same_sound_means_what_was_meant() {
        bank();
        open();
        assertThat(found("前包被偷走")).first().isEqualTo("loss");
    }

    @Test
    void where_no_article_has_any_word_of_it_the_nearest_is_first() {
        articles.publish(Written.english("hours", "Branch opening times", "From nine to five."));
        articles.publish(Written.english("stolen", "Reporting a stolen card", "We block it at once."));
        articles.publish(Written.english("wallet", "Purse gone missing", "Tell us which cards were inside."));
        open();
        assertThat(found("somebody pinched my handbag")).first().isIn("wallet", "stolen");
    }

    @Test
    void another_database_with_as_many_changes_is_read_anew() {
        bank();
        open();
        articles.forgetAll();
        articles.identity = Optional.of(new java.util.UUID(0, 8));
        articles.publish(Written.chinese("loss", "分行营业时间", "九点到五点。"));
        articles.publish(Written.chinese("limit", "银行卡丢失后如何挂失", "电话里口头挂失。"));
        articles.publish(Written.chinese("a", "贷款利率", "以合同为准。"));
        articles.publish(Written.chinese("b", "存单到期", "自动转存。"));
        articles.publish(Written.chinese("c", "外币兑换", "带身份证。"));
        understood();
        assertThat(found("钱包被偷走")).first().isEqualTo("limit");
    }

    @Test
    void more_articles_than_one_can_be_held_against_are_found_by_their_words_alone_until_there_are_fewer() {
        bank();
        open();
        List<ArticleText> many = java.util.stream.IntStream.range(0, Semantics.MOST_ARTICLES)
                .mapToObj(i -> Written.english("many" + i, "Form " + i, "It is there."))
                .toList();
        many.forEach(articles::publish);
        understood();
        assertThat(found("somebody pinched my wallet")).doesNotContain("stolen");
        many.forEach(one -> articles.retire(one.id()));
        understood();
        assertThat(found("somebody pinched my wallet")).first().isEqualTo("stolen");
    }

    @Test
    void a_model_that_was_closed_leaves_the_search_by_words_and_nothing_on_disk() {
        bank();
        var closed = new OnnxEmbeddings(Optional.empty());
        closed.close();
        base = LuceneKnowledgeBase.open(
                Optional.of(folder.resolve("index")), IndexSources.of(articles).with(closed), time, ZoneOffset.UTC);
        understood();
        assertThat(found("银行卡丢失")).first().isEqualTo("loss");
        assertThat(found("somebody pinched my wallet")).doesNotContain("stolen");
        assertThat(folder.resolve("index.vectors")).doesNotExist();
    }

    @Test
    void while_the_database_is_away_what_was_understood_is_found() {
        bank();
        open();
        articles.away = true;
        base.nudge();
        assertThat(found("钱包被偷走")).first().isEqualTo("loss");
    }
}
