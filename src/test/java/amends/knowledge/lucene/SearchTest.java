package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Audience;
import amends.knowledge.Confirmation;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Phrasings;
import amends.knowledge.Query;
import amends.knowledge.Query.Within;
import amends.knowledge.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learned, narrowed down, and typed by who means no good. */
class SearchTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.ZH_CN);

    private final ArticlesInMemory articles = new ArticlesInMemory();
    private final Learned learned = new Learned();
    private LuceneKnowledgeBase base;

    private static final class Learned implements Phrasings {
        private final Map<ArticleId, List<LearnedPhrasing>> all = new HashMap<>();
        private long change;

        @Override
        public long lastChange() {
            return change;
        }

        @Override
        public Map<ArticleId, List<LearnedPhrasing>> changedSince(long since) {
            return since < change ? all : Map.of();
        }

        @Override
        public List<LearnedPhrasing> of(ArticleId article) {
            return all.getOrDefault(article, List.of());
        }

        @Override
        public void learn(ArticleId article, List<LearnedPhrasing> phrasings) {
            all.put(article, phrasings);
            change++;
        }
    }

    @BeforeEach
    void open() {
        articles.publish(Written.chinese("fees", "信用卡年费怎么收", "刷满六笔免年费。"));
        articles.publish(Written.chinese("loss", "银行卡丢了怎么挂失", "电话里口头挂失，马上生效。"));
        articles.publish(Written.english("loss", "Lost card", "We block it at once."));
        base = LuceneKnowledgeBase.open(
                Optional.empty(), IndexSources.of(articles).with(learned), new SettableTime(), ZoneOffset.UTC);
        assertThat(base.awaitUpToDate(SOON)).isTrue();
    }

    @AfterEach
    void close() {
        base.close();
    }

    private List<String> found(String text, Within within) {
        return base.search(new Query(text, Audience.AGENT, ArticleLanguage.ZH_CN, 10, within)).hits().stream()
                .map(hit -> hit.article().id().toString())
                .toList();
    }

    private List<String> found(String text) {
        return found(text, Within.EVERYTHING);
    }

    @Test
    void what_is_learned_is_found_and_what_is_unlearned_is_not() {
        assertThat(found("薅羊毛")).isEmpty();

        learned.learn(FEES, List.of(new LearnedPhrasing("薅羊毛咋整", 1)));
        assertThat(base.awaitUpToDate(SOON)).isTrue();
        assertThat(found("薅羊毛")).containsExactly("zh-CN/fees");

        articles.publish(Written.chinese("fees", "信用卡年费怎么收", "刷满八笔免年费。"));
        assertThat(base.awaitUpToDate(SOON)).isTrue();
        assertThat(found("薅羊毛")).containsExactly("zh-CN/fees");

        learned.learn(FEES, List.of());
        assertThat(base.awaitUpToDate(SOON)).isTrue();
        assertThat(found("薅羊毛")).isEmpty();
    }

    private static Confirmation confirmed(int agent, int contact, String words) {
        return new Confirmation(
                new UUID(agent, contact),
                FEES,
                words,
                new UUID(1, agent),
                Instant.ofEpochSecond(contact),
                1,
                "",
                Confirmation.Outcome.SOLVED,
                false);
    }

    /** Who marks one article as the answer to everything spoils nothing that an author wrote. */
    @Test
    void one_agent_alone_turns_no_answer_round() {
        List<String> asked = List.of("银行卡丢了怎么挂失", "挂失", "银行卡丢了", "lost card");
        var confirmations = new ArrayList<Confirmation>();
        for (int i = 0; i < 400; i++) confirmations.add(confirmed(7, i, asked.get(i % asked.size())));
        learned.learn(FEES, LearnedPhrasing.from(confirmations));
        assertThat(base.awaitUpToDate(SOON)).isTrue();
        base.awaitConfirmed(SOON);

        for (String one : asked) assertThat(found(one)).as(one).first().isIn("zh-CN/loss", "en/loss");
    }

    @Test
    void what_an_author_wrote_weighs_more_than_one_agents_word_and_several_agents_more_than_one() {
        articles.publish(Written.chinese("perks", "羊毛怎么薅", "积分换礼。"));
        articles.publish(Written.chinese("points", "信用卡积分怎么算", "刷一元一分。"));
        articles.publish(Written.chinese("gifts", "信用卡礼品怎么换", "积分换礼。"));
        var points = new ArticleId("points", ArticleLanguage.ZH_CN);
        var gifts = new ArticleId("gifts", ArticleLanguage.ZH_CN);
        learned.learn(points, List.of(new LearnedPhrasing("羊毛怎么薅", 1), new LearnedPhrasing("新客有没有甜头", 1)));
        learned.learn(gifts, List.of(new LearnedPhrasing("新客有没有甜头", 2)));
        assertThat(base.awaitUpToDate(SOON)).isTrue();

        assertThat(found("羊毛怎么薅")).startsWith("zh-CN/perks", "zh-CN/points");
        assertThat(found("新客有没有甜头")).startsWith("zh-CN/gifts", "zh-CN/points");
    }

    @Test
    void what_is_learned_of_a_long_article_counts_less_than_of_a_short_one() {
        articles.publish(Written.chinese("short", "积分", "积分换礼。"));
        articles.publish(Written.chinese("long", "礼品", "礼品名录每季更换，以当季公布的为准。".repeat(60)));
        learned.learn(new ArticleId("short", ArticleLanguage.ZH_CN), List.of(new LearnedPhrasing("薅羊毛", 1)));
        learned.learn(new ArticleId("long", ArticleLanguage.ZH_CN), List.of(new LearnedPhrasing("薅羊毛", 1)));
        assertThat(base.awaitUpToDate(SOON)).isTrue();

        assertThat(found("薅羊毛")).containsExactly("zh-CN/short", "zh-CN/long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xinyongkanianfei6biming", "xin yong ka 6 bi nian fei", "app xinyongkanianfei"})
    void pinyin_may_have_numbers_and_a_word_of_letters_in_it(String pinyin) {
        assertThat(found(pinyin)).first().isEqualTo("zh-CN/fees");
    }

    @Test
    void answers_are_narrowed_down() {
        String category = articles.inUse().getFirst().text().category();
        var elsewhere = new Within(Optional.of("nowhere"), Optional.empty(), Optional.empty(), Optional.empty());
        var here = new Within(Optional.of(category), Optional.empty(), Optional.empty(), Optional.empty());
        var english = new Within(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ArticleLanguage.EN));
        var tagged = new Within(Optional.empty(), Optional.of("no such tag"), Optional.empty(), Optional.empty());

        assertThat(found("年费", elsewhere)).isEmpty();
        assertThat(found("年费", here)).containsExactly("zh-CN/fees");
        assertThat(found("年费", tagged)).isEmpty();
        assertThat(found("lost card", english)).containsExactly("en/loss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "AND OR NOT",
                "[a TO *]",
                "\\",
                "\"",
                ".*(.+)+$",
                "\u0000\u0001\u001b[31m",
                "\ud83d",
                "\udc00卡",
                "😀😀",
                "\u202e卡失挂",
                "*:*",
                "年费~9",
                "field:年费^1e9"
            })
    void nothing_that_can_be_typed_does_harm(String odd) {
        found(odd);
        for (int times : new int[] {1, 20_000}) {
            String pasted = odd.repeat(times);
            String large = pasted.substring(0, Math.min(pasted.length(), 100_000));
            found(large);
            found("年费" + large);
        }
        assertThat(found("年费")).first().isEqualTo("zh-CN/fees");
    }

    @Test
    void whatever_characters_there_are_are_a_question() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(300); k >= 0; k--) text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            found(text.toString());
        }
        assertThat(found("年费")).first().isEqualTo("zh-CN/fees");
    }
}
