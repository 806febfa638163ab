package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.StoreUnavailable;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.EverydayWords;
import amends.knowledge.EverydayWords.Entry;
import amends.knowledge.HouseWords;
import amends.knowledge.HouseWordsInMemory;
import amends.knowledge.Query;
import amends.knowledge.Written;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house's own everyday words, as its desks find by them. */
class HouseWordsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ArticlesInMemory articles = new ArticlesInMemory();
    private final HouseWordsInMemory words = new HouseWordsInMemory();
    private LuceneKnowledgeBase base;

    @AfterEach
    void close() {
        if (base != null) base.close();
    }

    private void open(HouseWords from) {
        base = LuceneKnowledgeBase.open(
                Optional.of(folder), IndexSources.of(articles).with(from), new SettableTime(), ZoneOffset.UTC);
    }

    private void bank() {
        articles.publish(Written.chinese("yuebao", "云杉活钱宝怎么转出", "在手机银行里点转出，实时到账。"));
        articles.publish(Written.chinese("loss", "银行卡丢了怎么挂失", "电话里口头挂失，马上生效。"));
        articles.publish(Written.chinese("fees", "信用卡年费怎么收", "刷满六笔免年费。"));
        articles.publish(Written.english("atm", "ATM withdrawal limit", "You can take out 5000 a day."));
        articles.publish(Written.english("cheque", "Ordering a chequebook", "It arrives by post."));
        open(words);
        assertThat(base.awaitUpToDate(SOON)).isTrue();
    }

    private void say(Entry... entries) {
        words.put(EverydayWords.of(List.of(), List.of(entries)), Optional.empty());
        assertThat(base.awaitUpToDate(SOON)).isTrue();
    }

    private static Entry entry(String bank, String... people) {
        return new Entry(bank, List.of(people), List.of());
    }

    private List<String> found(String text) {
        return base.search(Query.byAgent(text, ArticleLanguage.ZH_CN, 5)).hits().stream()
                .map(hit -> hit.article().id().slug())
                .toList();
    }

    @Test
    void a_change_of_the_list_is_followed_without_a_new_start_and_back_again() {
        bank();
        assertThat(found("小金库")).doesNotContain("yuebao");

        say(entry("活钱宝", "小金库", "零钱罐"));
        assertThat(found("小金库")).first().isEqualTo("yuebao");
        assertThat(found("我的小金庫怎麼取")).first().isEqualTo("yuebao");
        // as it sounds
        assertThat(found("小今库")).contains("yuebao");

        say(entry("年费", "小金库"));
        assertThat(found("小金库")).first().isEqualTo("fees");
    }

    @Test
    void what_people_say_shares_the_meanings_that_the_banks_word_has_already() {
        bank();
        say(entry("挂失", "卡飞了"));
        assertThat(found("卡飞了")).first().isEqualTo("loss");
    }

    @Test
    void words_in_letters_count_where_they_stand_by_themselves() {
        bank();
        say(entry("ATM", "cash machine", "hole in the wall", "que"));
        assertThat(found("cash machines")).containsExactly("atm");
        assertThat(found("HOLE IN THE WALL")).first().isEqualTo("atm");
        assertThat(found("chequebook")).containsExactly("cheque");
    }

    @Test
    void words_of_a_question_that_an_article_does_not_have_are_told_and_those_it_means_are_not() {
        bank();
        ArticleText loss = Written.chinese("loss", "银行卡丢了怎么挂失", "电话里口头挂失，马上生效。");
        assertThat(base.apart("我的銀行卡飛走咯怎么办", loss)).containsExactly("飞走咯");
        assertThat(base.apart("卡不见了", loss)).isEmpty();
        assertThat(base.apart("怎么挂失", loss)).isEmpty();
        assertThat(base.matter(loss)).isEqualTo("银行卡丢了怎么挂失");
        assertThat(base.matter(Written.chinese("x", "怎么查询积分、积分怎么用", "一"))).isEqualTo("查询积分");

        ArticleText atm = Written.english("atm", "ATM withdrawal limit", "You can take out 5000 a day.");
        assertThat(base.apart("cashpoint limits", atm)).containsExactly("cashpoint");
        say(entry("ATM", "cashpoint"));
        assertThat(base.apart("cashpoint limits", atm)).isEmpty();
        assertThat(base.apart("(".repeat(20_000) + "\u0000", atm)).isEmpty();
    }

    @Test
    void a_remark_alone_makes_no_index_anew_and_an_unreadable_list_takes_no_words_away() {
        bank();
        say(entry("活钱宝", "小金库"));
        words.put(EverydayWords.of(List.of("# remark"), List.of(entry("活钱宝", "小金库"))), Optional.empty());
        assertThat(base.awaitUpToDate(SOON)).isTrue();
        assertThat(found("小金库")).first().isEqualTo("yuebao");
        words.put(new EverydayWords(List.of(), List.of(), "- broken: ["), Optional.empty());
        assertThat(base.awaitUpToDate(SOON)).isTrue();
        assertThat(found("小金库")).first().isEqualTo("yuebao");
        assertThat(found("年费")).first().isEqualTo("fees");
    }

    @Test
    void after_a_new_start_without_the_database_questions_are_understood_as_the_index_was_made() {
        bank();
        say(entry("活钱宝", "小金库"));
        base.close();
        open((HouseWords) Proxy.newProxyInstance(
                HouseWords.class.getClassLoader(), new Class<?>[] {HouseWords.class}, (proxy, method, arguments) -> {
                    throw new StoreUnavailable("away", null);
                }));
        long until = System.nanoTime() + SOON.toNanos();
        while (found("小金库").isEmpty() && System.nanoTime() < until) Thread.onSpinWait();
        assertThat(found("小金库")).first().isEqualTo("yuebao");
    }
}
