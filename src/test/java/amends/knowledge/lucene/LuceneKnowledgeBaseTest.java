package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.Article;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Audience;
import amends.knowledge.Cue;
import amends.knowledge.Hit;
import amends.knowledge.Hits;
import amends.knowledge.Marked;
import amends.knowledge.Query;
import amends.knowledge.Suggestion;
import amends.knowledge.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LuceneKnowledgeBaseTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    @TempDir
    Path folder;

    private final ArticlesInMemory articles = new ArticlesInMemory();
    private final SettableTime time = new SettableTime();
    private LuceneKnowledgeBase base;

    @AfterEach
    void close() {
        if (base != null) base.close();
    }

    private void open(Optional<Path> where) {
        base = LuceneKnowledgeBase.open(where, IndexSources.of(articles), time, ZoneOffset.UTC);
        assertThat(base.awaitUpToDate(SOON)).isTrue();
    }

    private void openWith(ArticleText... texts) {
        for (ArticleText text : texts) articles.publish(text);
        open(Optional.empty());
    }

    private void bank() {
        openWith(
                Written.chinese("double", "还款被重复扣款", "多扣的一笔一个工作日内原路退回。"),
                Written.chinese("loss", "银行卡丢了怎么挂失", "电话里口头挂失，马上生效。补办新卡要到网点。"),
                Written.chinese("limit", "转账限额是多少", "每天最多五万元，可以在手机银行里提高。错误码 E3007 表示超过限额。"),
                Written.chinese("fees", "信用卡年费怎么收", "刷满六笔免年费。"),
                Written.english("double", "Charged twice", "The second charge is refunded within one working day."),
                Written.english("chequebook", "Ordering a chequebook", "It arrives by post within five working days."));
    }

    private List<String> found(String text) {
        return base.search(Query.byAgent(text, ArticleLanguage.ZH_CN, 10)).hits().stream()
                .map(hit -> hit.article().id().toString())
                .toList();
    }

    /** How people write what they look for; the right answer is the first. */
    @ParameterizedTest
    @CsvSource({
        "重复扣款, zh-CN/double, as it is written",
        "還款被重複扣款, zh-CN/double, in the other script",
        "銀行卡丟了, zh-CN/loss, in the other script",
        "银行咖丢了挂师, zh-CN/loss, same-sound characters",
        "转帐现额, zh-CN/limit, same-sound characters",
        "信卡年费, zh-CN/fees, a character left out",
        "xinyongka nianfei, zh-CN/fees, pinyin",
        "yinhangkaguashi, zh-CN/loss, pinyin in one go",
        "E3007, zh-CN/limit, an error code",
        "ｅ３００７, zh-CN/limit, in full width",
        "charged twice, en/double, English",
        "chargd twicee, en/double, English with typos",
        "chequ, en/chequebook, half a word",
        "卡掉了要挂失 help, zh-CN/loss, mixed",
        "我那张储蓄卡弄丢了, zh-CN/loss, in everyday words",
        "扣了双份, zh-CN/double, in everyday words",
        "一天最多能汇出去多少, zh-CN/limit, in everyday words",
        "yhk gs, zh-CN/loss, initials",
        "xykznf, zh-CN/fees, initials with one wrong",
    })
    void the_answer_is_found(String text, String article, String how) {
        bank();
        assertThat(found(text)).as(how).first().isEqualTo(article);
    }

    @Test
    void an_article_that_is_found_in_both_languages_is_shown_in_the_one_that_is_read() {
        openWith(
                Written.chinese("codes", "错误码 E1001", "换网络再试。"),
                Written.english("codes", "Error code E1001", "Change the network."));
        assertThat(found("E1001")).containsExactly("zh-CN/codes");
        assertThat(base.search(Query.byAgent("E1001", ArticleLanguage.EN, 10)).hits())
                .extracting(hit -> hit.article().id().language())
                .containsExactly(ArticleLanguage.EN);
    }

    @Test
    void what_was_looked_for_is_marked_in_both_scripts() {
        bank();
        Hit hit = base.search(Query.byAgent("重複扣款", ArticleLanguage.ZH_CN, 1))
                .hits()
                .getFirst();
        assertThat(hit.title().marks()).containsExactly(new Marked.Mark(3, 7));
        assertThat(hit.excerpt().text()).startsWith("多扣的一笔");
    }

    @Test
    void the_excerpt_shows_where_the_words_stand() {
        openWith(Written.chinese(
                "long", "网点", "## 一\n" + "普通的一句话。".repeat(40) + "\n- **保险箱租赁**要先预约。\n" + "又是一句话。".repeat(40)));
        Marked excerpt = base.search(Query.byAgent("保险箱租赁", ArticleLanguage.ZH_CN, 1))
                .hits()
                .getFirst()
                .excerpt();
        assertThat(excerpt.text())
                .startsWith("…")
                .endsWith("…")
                .contains("保险箱租赁要先预约")
                .doesNotContain("*");
        Marked.Mark mark = excerpt.marks().getFirst();
        assertThat(excerpt.text().substring(mark.from(), mark.to())).isEqualTo("保险箱租赁");
    }

    @Test
    void expired_not_yet_valid_and_retired_articles_are_never_shown() {
        ArticleText fees = Written.chinese("fees", "年费", "年费");
        openWith(
                Written.holding(Written.chinese("old", "年费", "年费"), null, TODAY.minusDays(1)),
                Written.holding(Written.chinese("last-day", "年费", "年费"), null, TODAY),
                Written.holding(Written.chinese("first-day", "年费", "年费"), TODAY, null),
                Written.holding(Written.chinese("coming", "年费", "年费"), TODAY.plusDays(1), null),
                fees);
        articles.retire(fees.id());
        assertThat(base.awaitUpToDate(SOON)).isTrue();

        assertThat(found("年费")).containsExactlyInAnyOrder("zh-CN/last-day", "zh-CN/first-day");
        List<Suggestion> suggested = base.suggest(List.of(new Cue.Typed("年费")), ArticleLanguage.ZH_CN, 10);
        assertThat(suggested)
                .extracting(s -> s.hit().article().id().slug())
                .containsExactlyInAnyOrder("last-day", "first-day");
    }

    @Test
    void the_day_goes_by_the_clock_without_a_change() {
        openWith(Written.holding(Written.chinese("coming", "年费", "年费"), TODAY.plusDays(1), null));
        assertThat(found("年费")).isEmpty();
        time.setWall(Instant.parse("2026-01-06T00:00:01Z"));
        assertThat(found("年费")).hasSize(1);
    }

    @Test
    void customers_are_shown_only_what_is_written_for_them() {
        openWith(Written.chinese("inside", "card rule", "x"), Written.english("outside", "card rule", "x"));
        var asked = new Query("card rule", Audience.CUSTOMER, ArticleLanguage.EN, 10);
        assertThat(base.search(asked).hits())
                .extracting(hit -> hit.article().id().slug())
                .containsExactly("outside");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "(".repeat(20_000),
                "\"年费 AND (OR NOT ~1 ^4 [* TO *] /.*+?/ \\ field:x",
                "a".repeat(100_000),
                "年".repeat(100_000),
                "年费 card ".repeat(12_000),
                "nianfei".repeat(20_000),
                "\u0000\u0001\u202e\ufffe\ud800年费\udc00",
                "\ud842\udfb7".repeat(400),
                "%00' or 1=1; drop table article; --",
                "***",
                " ",
                "",
                "?",
                "🙂🙂");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatever_is_pasted_gives_answers_or_none_and_never_fails(String text) {
        bank();
        Hits hits = base.search(Query.byAgent(text, ArticleLanguage.ZH_CN, 10));
        assertThat(hits.ready()).isTrue();
        assertThat(base.suggest(List.of(new Cue.Typed(text)), ArticleLanguage.ZH_CN, 5))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(found("年费")).contains("zh-CN/fees");
    }

    @Test
    void suggestions_say_what_brought_them_the_weightiest_first() {
        bank();
        var typed = new Cue.Typed("还款被重复扣款");
        var last = new Cue.LastContact("COMPLAINT", "客户说重复扣款");
        var nothing = new Cue.Note("白天开会");
        var queue = new Cue.Queue("vip", Map.of());
        List<Suggestion> suggested = base.suggest(List.of(nothing, last, typed, queue), ArticleLanguage.ZH_CN, 5);

        assertThat(suggested.getFirst().hit().article().id().slug()).isEqualTo("double");
        assertThat(suggested.getFirst().because()).containsExactly(typed, last);
        assertThat(suggested).allSatisfy(s -> {
            assertThat(s.because()).isNotEmpty().doesNotContain(nothing, queue);
            assertThat(s.hit().article().id().language()).isEqualTo(ArticleLanguage.ZH_CN);
        });
    }

    @Test
    void what_the_caller_chose_in_the_menus_brings_the_answer_while_it_rings() {
        bank();
        var menu = new Cue.Menu("还款 › 重复扣款", "还款 重复扣款");
        List<Suggestion> suggested =
                base.suggest(List.of(new Cue.Queue("support", Map.of()), menu), ArticleLanguage.ZH_CN, 5);
        assertThat(suggested.getFirst().hit().article().id().slug()).isEqualTo("double");
        assertThat(suggested.getFirst().because()).containsExactly(menu);
    }

    @Test
    void no_cues_suggest_nothing() {
        bank();
        assertThat(base.suggest(List.of(), ArticleLanguage.ZH_CN, 5)).isEmpty();
    }

    @Test
    void a_change_is_found_and_an_older_text_is_not() {
        ArticleText fees = Written.chinese("fees", "年费", "刷满六笔");
        openWith(fees);
        articles.publish(Written.withBody(fees, "刷满八次"));
        assertThat(base.awaitUpToDate(SOON)).isTrue();

        assertThat(found("刷满八次")).hasSize(1);
        assertThat(base.search(Query.byAgent("年费", ArticleLanguage.ZH_CN, 5)).hits())
                .extracting(Hit::article)
                .containsExactly(new Article(Written.withBody(fees, "刷满八次"), 2, 2, false));
    }

    @Test
    void an_index_that_is_there_answers_while_the_database_is_away() {
        articles.publish(Written.chinese("fees", "年费", "a"));
        open(Optional.of(folder));
        base.close();
        articles.away = true;
        base = LuceneKnowledgeBase.open(Optional.of(folder), IndexSources.of(articles), time, ZoneOffset.UTC);
        awaitHits("年费", 1);
    }

    private void awaitHits(String text, int hits) {
        long until = System.nanoTime() + SOON.toNanos();
        while (found(text).size() != hits && System.nanoTime() < until) Thread.onSpinWait();
        assertThat(found(text)).hasSize(hits);
    }

    @Test
    void an_index_that_is_up_to_date_is_opened_and_not_made_anew() throws IOException {
        articles.publish(Written.chinese("fees", "年费", "a"));
        open(Optional.of(folder));
        base.close();
        List<Path> before = files();
        open(Optional.of(folder));

        assertThat(files()).containsAll(before);
        assertThat(found("年费")).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("_")).toList();
        }
    }

    @Test
    void a_broken_index_is_made_anew() throws IOException {
        articles.publish(Written.chinese("fees", "年费", "a"));
        open(Optional.of(folder));
        base.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.write(file, new byte[] {1, 2, 3});
        }
        open(Optional.of(folder));
        assertThat(found("年费")).hasSize(1);
    }

    @Test
    void an_index_whose_place_is_taken_by_another_desk_is_kept_in_memory() {
        articles.publish(Written.chinese("fees", "年费", "a"));
        try (var other =
                LuceneKnowledgeBase.open(Optional.of(folder), IndexSources.of(articles), time, ZoneOffset.UTC)) {
            assertThat(other.awaitUpToDate(SOON)).isTrue();
            open(Optional.of(folder));
            assertThat(found("年费")).hasSize(1);
        }
    }

    @Test
    void a_place_that_cannot_be_written_costs_the_place_only() throws IOException {
        articles.publish(Written.chinese("fees", "年费", "a"));
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        open(Optional.of(file.resolve("index")));
        assertThat(found("年费")).hasSize(1);
    }

    @Test
    void articles_of_another_database_take_the_place_of_those_before() {
        articles.publish(Written.chinese("fees", "年费", "a"));
        open(Optional.of(folder));
        articles.forgetAll();
        articles.identity = Optional.of(new UUID(0, 8));
        articles.publish(Written.chinese("loss", "挂失", "b"));
        assertThat(base.awaitUpToDate(SOON)).isTrue();

        assertThat(found("年费")).isEmpty();
        assertThat(found("挂失")).hasSize(1);
    }
}
